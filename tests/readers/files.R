# Reads all files of a format here, and writes what was read as CSV into a folder.
arguments <- commandArgs(trailingOnly = TRUE)
suppressPackageStartupMessages(library(data.table))
read <- switch(arguments[1],
  xlsx = function(file) readxl::read_excel(file, guess_max = Inf),
  json = function(file) jsonlite::fromJSON(file),
  csv = function(file) fread(file, na.strings = "", encoding = "UTF-8"))
for (file in list.files(pattern = paste0("\\.", arguments[1], "$"))) {
  fwrite(as.data.frame(read(file)), file.path(arguments[2], paste0(tools::file_path_sans_ext(file), ".csv")), quote = TRUE, na = "")
}
