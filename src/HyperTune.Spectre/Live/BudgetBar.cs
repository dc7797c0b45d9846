using Spectre.Console;

namespace HyperTune.Terminal.Live;

/// <summary>How much of a budget is spent, as a bar.</summary>
internal static class BudgetBar
{
    private static readonly Style Spent = new(Color.Green);
    private static readonly Style Left = new(Color.Grey);

    /// <summary>Adds a bar to a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="share">How much is spent, from 0 to 1; <see langword="null"/> where the budget has no end: then something moves along the bar.</param>
    /// <param name="elapsed">The time that is over.</param>
    /// <param name="width">The number of its columns.</param>
    /// <param name="isUnicode">Whether the terminal shows more than ASCII.</param>
    public static void Draw(StyledLine line, double? share, TimeSpan elapsed, int width, bool isUnicode)
    {
        (char full, char empty) = isUnicode ? ('━', '━') : ('#', '-');
        int start = 0;
        int length;
        if (share is { } spent)
        {
            length = (int)Math.Floor(Math.Clamp(spent, 0, 1) * width);
        }
        else
        {
            // Along the bar and back, a column each tenth of a second.
            length = Math.Max(1, width / 5);
            int way = width - length;
            int step = (int)((long)(elapsed.TotalSeconds * 10) % Math.Max(1, 2 * way));
            start = step <= way ? step : (2 * way) - step;
        }

        line.Add(new string(empty, start), Left).Add(new string(full, length), Spent).Add(new string(empty, width - start - length), Left);
    }
}
