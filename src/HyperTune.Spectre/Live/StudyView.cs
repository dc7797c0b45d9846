using HyperTune.Terminal.Following;
using HyperTune.Terminal.Words;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace HyperTune.Terminal.Live;

/// <summary>A study while it runs, as it stands whenever it is drawn.</summary>
internal sealed class StudyView(Board board, ProgressWords words, string name) : Renderable
{
    private const int LongestBar = 40;
    private const int ShortestBar = 8;
    private const int LongestSparkline = 40;

    private static readonly Style Title = new(decoration: Decoration.Bold);
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Notable = new(Color.Yellow);
    private static readonly Style Quiet = new(Color.Grey);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        string ellipsis = options.Unicode ? "…" : "...";
        var segments = new List<Segment>();
        foreach (StyledLine line in Lines(board.Look(), maxWidth, options.Unicode))
        {
            segments.AddRange(segments.Count == 0 ? [] : [Segment.LineBreak]);
            segments.AddRange(line.Render(maxWidth, ellipsis));
        }

        return segments;
    }

    private IEnumerable<StyledLine> Lines(Standing standing, int width, bool isUnicode)
    {
        yield return Head(standing, width, isUnicode);
        if (standing.Progress is { } progress && words.Best(progress, standing.HasFront) is { } best)
        {
            StyledLine line = new StyledLine().Add(best, Good);
            yield return isUnicode ? line.Add("  ").Add(Sparkline.Draw(standing.History.AsSpan(), LongestSparkline), Good) : line;
        }

        yield return Counts(standing);
        foreach (ShownTrial trial in standing.Running)
        {
            yield return Running(trial);
        }

        if (standing.HiddenCount > 0 && standing.Running.Length > 0)
        {
            yield return new StyledLine().Add(FormattableString.Invariant($"  and {standing.HiddenCount} more"), Quiet);
        }

        if (standing.Failure is { } failure)
        {
            yield return new StyledLine().Add(failure, Bad);
        }

        if (standing.Message is { } message)
        {
            yield return new StyledLine().Add(message, Notable);
        }
    }

    private StyledLine Head(Standing standing, int width, bool isUnicode)
    {
        double? share = Share(standing);
        string spent = share is { } known ? FormattableString.Invariant($" {Math.Floor(100 * known),3} %") : "";
        TimeSpan? left = standing.Progress?.EstimatedTimeLeft is { } estimate ? estimate - standing.SinceReport : null;
        string[] position = standing.Progress is { } progress ? [ProgressWords.Position(progress)] : [];
        string rest = $"{spent}  {string.Join(", ", [.. position, .. ProgressWords.Times(standing.Elapsed, left)])}";
        var line = new StyledLine();
        line.Add(name, Title).Add("  ");
        BudgetBar.Draw(line, share, standing.Elapsed, Math.Clamp(width - name.GetCellWidth() - 2 - rest.Length, ShortestBar, LongestBar), isUnicode);
        return line.Add(rest);
    }

    // Time goes on between two reports.
    private static double? Share(Standing standing)
    {
        double? time = standing.Progress?.Budget?.Time is { } limit ? Math.Min(1, standing.Elapsed / limit) : null;
        return standing.Progress?.Fraction is { } spent ? Math.Max(spent, time ?? 0) : null;
    }

    private static StyledLine Counts(Standing standing)
    {
        var line = new StyledLine();
        if (standing.Progress is { } progress)
        {
            line.Add(string.Concat(ProgressWords.Counts(progress).Select(static count => $"{count}, ")));
        }

        int running = standing.Running.Length + standing.HiddenCount;
        return line.Add(FormattableString.Invariant($"{running} running"));
    }

    private StyledLine Running(ShownTrial trial)
    {
        StyledLine line = new StyledLine().Add(FormattableString.Invariant($"  trial {trial.Number}  {Durations.Write(board.TimeOf(trial)),6}"));
        if (trial.LastReport is { } report)
        {
            string at = report.Kind == ReportKind.Progress ? "step" : "instance";
            line.Add(FormattableString.Invariant($"  {at} {report.Step}: {words.Value(report.Value)}"), Good);
        }

        return line.Add("  ").Add(trial.Config.Value, Quiet);
    }
}
