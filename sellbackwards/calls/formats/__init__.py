"""The formats that are recognised, in the order in which they are tried. `docs/transcripts.md` says how to add one."""

from sellbackwards.calls.formats.base import Format, Refusal
from sellbackwards.calls.formats.cues import read_srt, read_webvtt
from sellbackwards.calls.formats.json_shapes import read_json
from sellbackwards.calls.formats.lines import read_lines
from sellbackwards.calls.formats.mails import read_mails
from sellbackwards.calls.formats.refused import refuse_chat, refuse_data
from sellbackwards.calls.formats.tables import read_columns, read_records, read_table, refuse_table

FORMATS = (
    Format("JSON", read_json),
    Format("film subtitles, XML", refuse_data),
    Format("WebVTT", read_webvtt),
    Format("SRT", read_srt),
    Format("chat beside a call", refuse_chat),
    Format("mails", read_mails),
    Format("table", read_table),
    Format("records", read_records),
    Format("text", read_lines),
    Format("table", read_columns),
    Format("table of other things", refuse_table),
)

__all__ = ["FORMATS", "Format", "Refusal"]
