namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>A cell of a sheet.</summary>
/// <param name="Text">What it stands for, as a CSV file would have it; where it is refused, what is seen.</param>
/// <param name="Problem">Why it is refused; null where it is not.</param>
internal readonly record struct XlsxCell(string Text, CellProblem? Problem = null);
