"""The course without JupyterLab: a web site, handouts, and practices that run in the browser (JupyterLite)."""
