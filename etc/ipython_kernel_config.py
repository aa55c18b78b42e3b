# Read by every kernel of this Python environment: makes %%answer known before any cell has run.
c = get_config()  # noqa: F821 (given by IPython)
c.InteractiveShellApp.extensions = ["sellbackwards"]
