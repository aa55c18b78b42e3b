"""Limits on how much of a submission is read. What is larger gets a row that says so."""

NOTEBOOK = 20 * 2**20
"""Bytes of one notebook."""
LEARNERS_ZIP = 100 * 2**20
"""Bytes of a zip that a learner handed in."""
UNPACKED = 200 * 2**20
"""Bytes that all members of a learner's zip may have together."""
LEARNERS_FILES = 200
"""Notebooks of one learner's zip, and of one learner."""
INNER_ZIP = 100 * 2**20
"""Bytes of a platform's zip inside another one."""
MEMBERS = 200_000
"""Members of a platform's zip."""
CELLS = 5_000
"""Cells of one notebook."""
FOLDERS_DEEP = 12
ZIPS_DEEP = 3
"""Zips in one another, from the outermost download."""
ZIPS_OF_A_LEARNER = 20
"""Zips in a learner's zip that has no notebook of its own."""
SECONDS = 20.0
"""Time for one submission; honest ones take about a hundredth of a second."""
MEMORY = 2 * 2**30
"""Bytes of memory (address space) of a process that reads submissions, where the system can hold it to that."""
TABLE = 50 * 2**20
"""Bytes of a table that a person gives (a review, a roster, a platform's worksheet)."""
TABLE_UNPACKED = 200 * 2**20
"""Bytes that a workbook may have unpacked."""
TABLE_ROWS = 500_000
TABLE_COLUMNS = 500
