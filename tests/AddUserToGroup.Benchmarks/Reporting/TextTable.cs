using System.Text;

namespace AddUserToGroup.Benchmarks.Reporting;

/// <summary>A table that reads well in a terminal and is Markdown as well.</summary>
internal static class TextTable
{
    /// <param name="rows">The first is the head. The first column is text, the others numbers.</param>
    public static string Write(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length)).ToList();
        var text = new StringBuilder();
        Line(rows[0]);
        Line([.. widths.Select((width, column) => column == 0 ? Dashes(width) : $"{Dashes(width - 1)}:")]);
        foreach (var row in rows.Skip(1))
        {
            Line(row);
        }

        return text.ToString();

        void Line(IReadOnlyList<string> cells) => text
            .Append("| ")
            .AppendJoin(" | ", cells.Select(Pad))
            .Append(" |\n");

        string Pad(string cell, int column) =>
            column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]);
    }

    private static string Dashes(int count) => new('-', count);
}
