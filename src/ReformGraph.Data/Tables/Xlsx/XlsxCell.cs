namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>A cell of a sheet.</summary>
/// <param name="Text">Its text as in a CSV file; if it is rejected, what the cell shows.</param>
/// <param name="Problem">Why it is rejected; null if it is valid.</param>
internal readonly record struct XlsxCell(string Text, CellProblem? Problem = null);
