"""The practices in a browser alone: JupyterLite with all that it needs beside it; nothing is fetched from elsewhere.

`tools` gets what it is built with, once; `wheels` packs what the browser's Python imports; `build` puts them together.
"""
