using Spectre.Console;
using Spectre.Console.Rendering;

namespace HyperTune.Terminal.Results;

/// <summary>What a run found, as a table.</summary>
internal static class ResultTable
{
    /// <summary>The table; its texts are no markup.</summary>
    public static IRenderable Of(ResultSummary summary)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumn(new TableColumn("").NoWrap()).AddColumn("");
        table.Title = new TableTitle(summary.Title.EscapeMarkup(), new Style(decoration: Decoration.Bold));
        foreach ((string name, string value) in summary.Rows)
        {
            table.AddRow(new Paragraph(name, new Style(Color.Grey)), new Paragraph(value));
        }

        return table;
    }
}
