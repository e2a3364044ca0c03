"""Where reports come from: files and folders, standard input, addresses."""
