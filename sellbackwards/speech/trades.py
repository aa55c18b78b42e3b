"""Which words belong to one trade or a few. Meant to be lengthened; what belongs to every business: topics.py."""

from __future__ import annotations

from sellbackwards.speech.patterns import word_list

SPECIFIC: dict[str, frozenset[str]] = {
    "mobility": word_list(
        "physiotherapist physiotherapists physio physiotherapy "
        "stairs stairlift stairlifts upstairs downstairs step steps fall falls fell walk walking walker wheelchair "
        "ramp "
        "knee "
        "knees hip mother father mum dad grandmother bathroom handrail scooter"
    ),
    "appointments": word_list(
        "appointment appointments schedule scheduling calendar slot slots booking bookings double booked overbooked "
        "turn turns turned up rota roster agenda no-show no-shows reminder reminders"
    ),
    "cutting": word_list(
        "knife knives blade blades cut cutting chop chopping slice slicing sharp blunt vegetables veg scissors"
    ),
    "transport": word_list(
        "deliver delivery deliveries ship shipping shipment freight truck trucks lorry lorries van vans driver "
        "drivers route routes dispatch dispatcher dispatchers courier parcel parcels load loads loading unload "
        "container pallet pallets forwarder forwarding haulage logistics transport cargo customs port fleet "
        "tyre tyres fuel trailer gate dock arrive arrives arrival late road roads mileage ship ships carrier "
        "tracking"
    ),
    "warehouse": word_list(
        "warehouse stock stocks inventory shelf shelves rack racks racking pallet pallets forklift forklifts "
        "pick picking picker pickers pack packing storage store stored goods item items parts barcode scanner "
        "scanners scan label labels loading dock aisle count counting locations wrap wrapper film lift lifting"
    ),
    "machines": word_list(
        "machine machines machinery equipment line lines plant factory production produce manufacturing "
        "manufacture compressor compressors press robot robots cobot operator operators downtime breakdown "
        "maintenance maintain repair repairs spare parts part retool retooling tool tools output scrap rework "
        "batch batches weld welder welding crane cranes motor pump pumps conveyor palletising palletizing "
        "packaging changeover stop format formats sensor sensors calibration vibration gloves hands injuries "
        "injury cuts metal steel cut cutting mould cnc lathe drill forklift forklifts running lubricant oil "
        "bearing bearings valve valves heavy lift lifting boxes noise shaft wear camera inspection scratch "
        "scratches defect defects boxes back backs surface assembly workshop"
    ),
    "computers": word_list(
        "software computer computers laptop laptops pc it server servers cloud app apps data database file "
        "files folder folders backup backups back system systems crash crashed network wifi internet website "
        "web online digital tool tools platform login integration excel spreadsheet spreadsheets device "
        "devices screen tablet tablets outage update updates helpdesk support ticket tickets printer printers "
        "type retype typing copy key keys enter document documents drive erp crm dashboard report reports "
        "reporting centre disaster recover recovery restore lost search find"
    ),
    "security": word_list(
        "guard guards patrol yard "
        "security secure password passwords hack hacked hacker hackers breach phishing virus ransomware access "
        "accounts login protect protection privacy leak stolen steal theft note notes attack cyber encrypted "
        "share"
    ),
    "alarm": word_list(
        "patrol yard "
        "locksmith locked lockout "
        "alarm alarms camera cameras cctv burglar burglary burglars theft thief thieves shoplifting "
        "shoplifters steal stolen lock locks key keys guard guards night closed break-in watch watching safe "
        "safety intruder door doors gate break-ins empty insured"
    ),
    "phone": word_list(
        "phone phones call calls caller callers ring rings ringing answer answered answering voicemail line "
        "lines helpdesk reception receptionist support reply replies respond response message messages hotline "
        "enquiry enquiries hold queue missed contact pick reach email emails chat inbox"
    ),
    "paperwork": word_list(
        "invoice invoices invoicing accounting accounts accountant bookkeeping books tax taxes vat receipt "
        "receipts payroll wages salary paper papers paperwork admin form forms expense expenses ledger audit "
        "month-end close closing quarter year-end payment payments overdue reminder reminders chase chasing "
        "cash renew renewal renewing returns paid deadline file filing contract contracts document documents "
        "sign signature signatures quote quotes approval approvals bank spreadsheets payslip payslips month "
        "end finance"
    ),
    "hiring": word_list(
        "hire hiring recruit recruiting recruitment vacancy vacancies candidate candidates applicant "
        "applicants job jobs staffing temp temps agency agencies interview onboarding onboard turnover leave "
        "leaving quit resign shift shifts roster rosters rota cover absence sick hr positions position fill "
        "workforce apprenticeship apprentice apprentices trainee trainees training cv talent understaffed "
        "short shorthanded new starters starter day holiday holidays picker pickers ward"
    ),
    "learning": word_list(
        "train training trained trainer course courses class classes lesson lessons learn learning teach "
        "teacher teachers tutor tutoring school schools student students pupil pupils exam exams grade grades "
        "homework certificate certified certification skill skills know knowledge workshop workshops language "
        "languages english speak speaking understand university college maths reading spelling study studying "
        "child children kid kids instructor coach coaching operator operators onboarding subject struggle "
        "struggles lecture session education parents reps"
    ),
    "health": word_list(
        "physiotherapist physiotherapists physiotherapy "
        "scanner scan mri x-ray "
        "patient patients doctor doctors nurse nurses clinic hospital medical health dentist dentists dental "
        "practice surgery treatment appointment appointments vitals record records ward pain medicine "
        "medication therapy therapist hearing ears eyes glasses back sleep ill illness sick physio injury "
        "recover pharmacy waiting no-shows reminder reminders hygiene speech speak speaking talk boy girl son "
        "daughter child school sore knee knees massage posture hear hears family table conversation whisper "
        "chart charts symptoms diagnosis"
    ),
    "care": word_list(
        "care carer carers caring elderly mother father mum dad mom parents grandmother grandfather gran "
        "grandma old age nursing home help alone live lives living dementia wheelchair family medicine fall "
        "falls visit visits looks look after managing independent independence company lonely stairs bath"
    ),
    "children": word_list(
        "monitor quiet "
        "child children kid kids baby babies toddler toddlers twin twins son daughter boy girl nursery school "
        "nanny babysitter babysitting childcare parents parent mother toy toys nappy nappies play playground "
        "birthday party games sleep bedtime pram family photo photos newborn born homework class"
    ),
    "pets": word_list(
        "dog dogs cat cats pet pets puppy kitten walk walks walking vet animal animals groom grooming groomer "
        "coat feed feeding horse horses fur lead alone home lonely bark barking barks kennel bird fish "
        "aquarium leash"
    ),
    "food": word_list(
        "food restaurant restaurants kitchen cook cooking chef chefs meal meals menu menus lunch dinner "
        "breakfast cafe coffee bakery baker bread rolls cake cakes dough oven ovens fridge freezer freezers "
        "cold spoil spoils spoiled fresh ingredients ingredient supplier waiter waiters guests catering "
        "butcher meat vegetables fruit hungry eat eats eating recipe till wine beer bar pub drinks taste "
        "tastes diet canteen snack hygiene grocery supermarket waste thrown throw bin tray trays order orders "
        "reservations booking bookings no-show buffet checkout early honey jam dish dishes plate plates mixer "
        "rye organic sandwich tea"
    ),
    "hotel": word_list(
        "hotel hotels guest guests room rooms booking bookings book stay stays travel trip trips tour tours "
        "holiday holidays vacation flight flights airport taxi shuttle breakfast reception check-in checkout "
        "camping campsite coach bus season occupancy lobby linen laundry visit visitor visitors destination "
        "journey tourists fair transfer loyalty return returning again bed beds resort village"
    ),
    "property": word_list(
        "house houses flat flats apartment apartments home homes property properties room rooms rent renting "
        "tenant tenants landlord lease letting viewing viewings mortgage move moving neighbour neighbours "
        "estate buy buying sell selling bedroom garden kitchen district commute area areas live living school "
        "schools office offices premises building buildings space square location neighbourhood agents agent "
        "floor stairs storage removal removals boxes furniture keys buyer parking"
    ),
    "repair": word_list(
        "rain rains raining coating "
        "repair repairs fix fixing leak leaks leaking roof roofs wall walls window windows door doors paint "
        "painting painter plumber plumbing pipe pipes boiler boilers electrician electric wiring tap drain "
        "damp mould builder builders building renovate renovation construction site sites scaffold scaffolding "
        "carpenter carpentry floor floors tiles bathroom kitchen heating insulation draught draughts cold "
        "ladder rope drone gutter gutters inspect inspection lift lifts chimney storm safety tradesman "
        "concrete brick architect permit crew crews tool tools rubble skip waste rubbish bricks handyman "
        "bridge cracks crack measure plumbers lights light lamps bulb bulbs lighting"
    ),
    "energy": word_list(
        "energy electricity power solar panel panels heat heating gas oil bill bills boiler boilers insulation "
        "warm cold winter temperature thermostat thermostats meter solar battery batteries charge charging "
        "charger ev pellets wood light lights lamp lamps led fuel consumption pump pool cover dryer dry drying "
        "chips rising prices kwh grid radiator rooms room draught house"
    ),
    "cleaning": word_list(
        "clean cleaning cleaner cleaners wash washing dirt dirty dust dusty window windows laundry hygiene "
        "floor floors carpet carpets rubbish waste bin bins mop stain stains smell shine disinfect vacuum "
        "office offices linen toilet toilets lorry car van spotless mess tidy pool water"
    ),
    "hedges": word_list(
        "garden gardens gardener gardeners gardening lawn hedge hedges rose roses flower flowers bloom mow prune "
        "pruning weeds"
    ),
    "garden": word_list(
        "garden gardens gardening lawn mow mower mowing grass hedge tree trees plant plants planting flower "
        "flowers farm farms farmer farmers harvest crop crops field fields grain soil tractor tractors animals "
        "cow cows milk milking bees bee beekeeping hive hives honey seed seeds irrigation water watering weed "
        "weeds greenhouse vineyard grapes barn autumn spring dry dryer feed livestock outside outdoor terrace "
        "pond summer campsite weather rain sheep pigs hens eggs orchard"
    ),
    "beauty": word_list(
        "hair haircut salon salons nail nails beauty skin cream make-up makeup spa massage barber colour "
        "shampoo perfume appearance stylist walk-ins appointment appointments look mirror wax brows lashes "
        "beard shave razor razors shaving"
    ),
    "clothes": word_list(
        "clothes clothing dress dresses suit suits shoe shoes shirt shirts jacket jackets fabric fabrics "
        "tailor alterations fashion size sizes fit wear wearing wardrobe uniform uniforms laundry iron ironing "
        "fitting sew sewing jeans boots gloves sari textile cloth cotton coat hem work"
    ),
    "fitness": word_list(
        "gym fitness sport sports training trainer exercise workout run running bike cycling yoga club clubs "
        "member members membership swim swimming pool tennis football coach body shape weight class classes "
        "healthy health muscle back motivated"
    ),
    "vehicles": word_list(
        "litre litres fleet fuel "
        "car cars vehicle vehicles drive driving driver drivers garage tyre tyres brake brakes mechanic "
        "mechanics repair repairs service servicing wash engine engines fuel petrol diesel electric lease "
        "leasing finance van vans fleet bike bikes bicycle scooter motorbike mileage parking park commute "
        "accident mot km breakdown forecourt charging charge shelving fitters fitter tools commuting ride "
        "lorry lorries taxi road paint rust windscreen deposit monthly"
    ),
    "marketing": word_list(
        "marketing advert adverts advertising ad ads campaign campaigns social media facebook instagram "
        "linkedin google seo website web shop brand logo design flyer flyers newsletter click clicks visitors "
        "traffic leads lead sales sale conversion print printing printer posters sign signs radio audience "
        "reach find hear word mouth content video videos photos photo followers blog new customers patients "
        "clients attract notice see pass passing window enquiries online visits posts post reviews review "
        "survey surveys email"
    ),
    "sales": word_list(
        "sales sell selling seller sellers reps rep deal deals pipeline crm leads lead follow prospect "
        "prospects customer customers tender tenders bid bids quote quotes quoting proposal proposals offer "
        "offers close closing win wins won lose lost forecast target targets territory account accounts "
        "opportunity opportunities orders order demand reorder wholesale shop shops store stores retail "
        "retailer till checkout shelf shelves stock price pricing buyers public contract contracts competitor "
        "competitors"
    ),
    "insurance": word_list(
        "insurance insure insured insurer cover covered policy policies claim claims premium premiums accident "
        "accidents illness ill sick die died death family income loan fire flood storm theft damage liability "
        "protect protection worst risk risks hospital emi pension retire retirement life disability cyber loss "
        "broker"
    ),
    "finance": word_list(
        "aside life "
        "loan loans bank banks credit mortgage interest finance financing invest investing investment "
        "investments pension pensions retire retirement save saving savings fund funds cash money income debt "
        "debts payment payments instalment instalments deposit salary emi emergency monthly pay future budget "
        "rate rates shares portfolio inherit live living old age buy buying purchase capital grow growth "
        "account currency exchange transfer transfers card cards till"
    ),
    "charity": word_list(
        "charity charities donate donation donations donor donors fundraise fundraising volunteer volunteers "
        "cause gift gifts give giving appeal campaign members member club church community support supporters "
        "raise raising raised grant grants shelter money help average"
    ),
    "events": word_list(
        "choir singers tour tours "
        "event events wedding weddings party parties conference meeting meetings venue guests photo photos "
        "photographer photography music band dj cake flowers invite invitation birthday celebrate celebration "
        "fair exhibition stand team building trip seminar day memories tent catering bride groom couple "
        "ceremony speech dance group"
    ),
    "music": word_list(
        "music piano pianos tuner tuning tune instrument instruments play plays playing sound sounds guitar "
        "violin lesson lessons concert band choir sing singing note notes ear key keys studio record practise "
        "practice"
    ),
    "language": word_list(
        "translate translation translations translator translators language languages english german french "
        "spanish polish manual manuals text texts document documents proofread proofreader proofreaders "
        "proofreading mistake mistakes misprint print printed write writing copy copywriting editor editing "
        "word words speak subtitles interpret interpreter country countries foreign abroad client book books "
        "publish author publisher content spelling typo typos website meaning wording"
    ),
    "law": word_list(
        "law legal lawyer lawyers contract contracts court dispute disputes mediator mediators mediation "
        "conflict conflicts settle compliance regulation regulations rule rules audit inspector inspection "
        "certificate certified gdpr privacy patent trademark will inheritance notary clause clauses sue sued "
        "liability argue argument agreement fine fines partner partners"
    ),
    "office": word_list(
        "office offices desk desks chair chairs meeting meetings room rooms noise noisy loud quiet sound walls "
        "coffee printer printers print printing paper toner copier light lights reception workspace coworking "
        "open plan furniture back backs sit sitting posture plants supplies mail post concentrate "
        "concentration colleagues phone hear ergonomic height table tables packing water cooler hot-desk "
        "hybrid remote focus"
    ),
    "packaging": word_list(
        "package packages packaging pack packing carton cartons box boxes film wrap wrapper bottle bottles jar "
        "jars label labels labelling fragile damaged damage broken filling material pallet pallets format "
        "formats bag bags tape weight size product air fill void ship shipped return returns glass"
    ),
    "safety": word_list(
        "safe safety accident accidents injury injuries injured hurt danger dangerous fire fires helmet gloves "
        "hazard hazards protect protection evacuate inspection audit audits first aid alarm alarms risk risks "
        "incident incidents near-miss fall falls lift lifting heavy back backs slip slips trip machine "
        "forklift ladder ladders extinguisher smoke chemical chemicals upright uprights rack racks hit bent "
        "crane cut cuts skin"
    ),
    "water": word_list(
        "water leak leaks leaking pipe pipes flood flooding flooded pool pools filter filters damp plumbing "
        "tap drink drinking drain boat boats shower bath pump cooler bill bills burst insurance holiday away "
        "damage detector detectors hard limescale"
    ),
    "waste": word_list(
        "waste rubbish bin bins recycle recycling skip rubble collect collection scrap container containers "
        "disposal landfill bag bags paper cardboard compost garbage smell full nappies nappy site clear "
        "clearing"
    ),
    "post": word_list(
        "post letter letters mail email emails newsletter postage stamp envelope inbox spam message messages "
        "print printing parcels parcel"
    ),
    "queue": word_list(
        "queue queues wait waiting line checkout till tills cash register pay payment card cards busy peak "
        "counter serve served service shop shops store change receipt rush lunchtime"
    ),
    "furniture": word_list(
        "sofa sofas chair chairs table tables bed beds mattress mattresses sleep sleeping furniture wardrobe "
        "cupboard kitchen living room size space sit sitting comfortable wood oak curtain curtains carpet "
        "carpets rug rugs lamp lamps back tired night pillow blinds sun light"
    ),
}
