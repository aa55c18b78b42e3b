# Read by every kernel of this Python environment: makes %%answer known before any cell has run.
c = get_config()  # given by IPython
c.InteractiveShellApp.extensions = ["sellbackwards"]
# Kernels talk to this computer alone (127.0.0.1); their warning about it would only frighten a learner.
c.IPKernelApp.log_level = 40
