"""The course where there is no JupyterLab: as a web site, as handouts, in the browser alone."""
