"""JupyterLite pages with the practices. They carry all they need; nothing is fetched from elsewhere.

`tools` gets what it is built with, once; `wheels` packs what the browser's Python imports; `build` puts them together.
"""
