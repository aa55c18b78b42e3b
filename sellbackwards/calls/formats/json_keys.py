"""The keys under which programs write text, speaker and time into JSON."""

# Keys in lower case, letters only ("speaker_name" and "speakerName" are one); of several, the first wins.
_TEXT_KEYS = """
    punctuatedword displaytext text content transcript sentence utterance display spokentext transcripttext body message
    value word caption line said statement speech msg
"""


_SPEAKER_KEYS = """
    speakername speakerdisplayname speakerfullname participantname speaker speakerlabel speakerid speakertag
    speakerlabels
    speakernumber speakerindex spk spkid participant participantrole participantid monologuespeaker talker
"""


_WEAK_KEYS = """
    displayname realname fullname personname author sender sendername username userprofile user from who role persona
    participanttype side name userid by users speakers participants personid personname label voice attendee
    attendeeid agentid contactid
"""


_CHANNEL_KEYS = "channellabel channeltag channelid channel channelindex"


_NAME_KEYS = "displayname realname fullname speakername name username label identifier email id userid"


_ID_KEYS = (
    "id speakerid spkid userid participantid personid index label number speaker speakerindex identifier speakertag"
)


_START_KEYS = """
    start starttime startms starttimems starttimemillis startmillis startmilliseconds startoffsetmillis
    beginoffsetmillis
    startsec startseconds starttimeseconds startinseconds startoffset begin begintime beginoffset startts
    offsetmilliseconds offsetinticks offsetms ts time timestamp timecode offset starttimestamp startedat createdat
    createddatetime sentat date datetime at s secondsfromstart
"""


_END_KEYS = """
    end endtime endms endtimems endtimemillis endmillis endmilliseconds endoffsetmillis endsec endseconds endtimeseconds
    endinseconds endoffset stop stoptime endts endtimestamp endedat e
"""


_DURATION_KEYS = "durationms durationmillis durationmilliseconds durationinticks duration durationseconds"


TEXT, SPEAKER, WEAK, CHANNEL, NAME, ID, START, END, DURATION = (
    tuple(keys.split())
    for keys in (
        _TEXT_KEYS, _SPEAKER_KEYS, _WEAK_KEYS, _CHANNEL_KEYS, _NAME_KEYS, _ID_KEYS, _START_KEYS, _END_KEYS,
        _DURATION_KEYS
    )
)  # fmt: skip
