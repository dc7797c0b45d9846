using HyperTune.Terminal.Following;
using HyperTune.Terminal.Live;
using HyperTune.Terminal.Words;
using Spectre.Console;

namespace HyperTune.Tests.Spectre;

/// <summary>What the display is made of.</summary>
public sealed class ProgressPartsTests
{
    private static readonly StudyProgress Halfway = new()
    {
        StudyName = "digits",
        CompletedTrials = 29,
        PrunedTrials = 0,
        FailedTrials = 1,
        RunningTrials = 2,
        TrialNumber = 30,
        TrialState = TrialState.Completed,
        TrialValue = 0.9375,
        BestObservedValue = 0.975,
        BestObservedTrialNumber = 7,
        Elapsed = TimeSpan.FromSeconds(15),
        Budget = 60,
        EstimatedTimeLeft = TimeSpan.FromSeconds(14.2),
    };

    private static readonly ProgressWords Words = new(new SpectreProgressOptions().ValueFormat);

    [Fact]
    public void Progress_is_told_with_what_there_is()
    {
        Assert.Equal("30 of 60 trials, best observed 0.975 (trial 7), 1 failed, 15 s, 15 s left", Words.Describe(Halfway, hasFront: false));
        Assert.Equal(
            "30 of 60 trials, 1 failed, 15 s, 15 s left",
            Words.Describe(Halfway with { BestObservedValue = null, BestObservedTrialNumber = null }, hasFront: false));
        Assert.Equal(
            "1 of 1 trial, 15 s",
            Words.Describe(
                Halfway with { CompletedTrials = 1, FailedTrials = 0, BestObservedValue = null, BestObservedTrialNumber = null, Budget = 1, EstimatedTimeLeft = null },
                hasFront: false));
        Assert.Equal("30 trials, 29 of 50 completed", ProgressWords.Position(Halfway with { Budget = new Budget { Completed = 50 } }));
    }

    [Theory]
    [InlineData(-3, "0 s")]
    [InlineData(0.1, "1 s")]
    [InlineData(59.5, "1 min 0 s")]
    [InlineData(3599, "59 min 59 s")]
    [InlineData(3600, "1 h 0 min")]
    [InlineData(187200, "2 d 4 h")]
    public void Durations_have_two_units(double seconds, string expected) => Assert.Equal(expected, Durations.Write(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void History_of_a_long_study_keeps_its_shape_in_a_fixed_number_of_cells()
    {
        var history = new ValueHistory();
        Assert.Equal("", Sparkline.Draw(history.Cells, 10));
        for (int i = 0; i < 100_000; i++)
        {
            history.Add(i);
            history.Add(double.NaN);
            history.Add(double.PositiveInfinity);
        }

        Assert.InRange(history.Cells.Length, ValueHistory.Capacity / 2, ValueHistory.Capacity);
        Assert.Equal("▁▂▃▄▅▆▇█", Sparkline.Draw(history.Cells, 8));
        Assert.Equal(99_999, history.Cells[^1]);
        double[] cells = history.Cells.ToArray();
        Assert.All(cells.Zip(cells.Skip(1)), static pair => Assert.InRange(pair.Second - pair.First, 1, 2048));
    }

    [Theory]
    [InlineData(new[] { 3.0, 3, 3 }, "▁▁▁")]
    [InlineData(new[] { double.MinValue, 0, double.MaxValue }, "▁▅█")]
    [InlineData(new[] { 8.0, 4, 2, 1 }, "█▄▂▁")]
    public void Sparklines_reach_from_the_lowest_to_the_highest(double[] values, string expected) => Assert.Equal(expected, Sparkline.Draw(values, 40));

    [Theory]
    [InlineData(12, "abc[red]大大")]
    [InlineData(11, "abc[red]大…")]
    [InlineData(10, "abc[red]…")]
    [InlineData(9, "abc[red]…")]
    [InlineData(4, "abc…")]
    [InlineData(1, "…")]
    [InlineData(0, "")]
    public void Lines_are_cut_where_the_terminal_ends(int width, string expected)
    {
        var line = new StyledLine().Add("abc").Add("[red]", new Style(Color.Red)).Add("大大");
        Assert.Equal(expected, string.Concat(line.Render(width, "…").Select(static segment => segment.Text)));
    }

    [Theory]
    [InlineData(0.25, 0, "##------")]
    [InlineData(1.0, 0, "########")]
    [InlineData(null, 0, "#-------")]
    [InlineData(null, 0.35, "---#----")]
    [InlineData(null, 0.95, "-----#--")]
    public void Bar_shows_the_share_and_without_an_end_moves_along_and_back(double? share, double seconds, string expected)
    {
        var line = new StyledLine();
        BudgetBar.Draw(line, share, TimeSpan.FromSeconds(seconds), 8, isUnicode: false);
        Assert.Equal(expected, string.Concat(line.Render(80, "...").Select(static segment => segment.Text)));
    }

    [Fact]
    public void Report_that_comes_late_does_not_turn_back_the_display()
    {
        var board = new Board(new ManualTime(), shownTrials: 1);
        Assert.True(board.Add(Halfway));
        Assert.False(board.Add(Halfway with { CompletedTrials = 28, Elapsed = TimeSpan.FromSeconds(14) }));
        Assert.Equal(29, board.Look().Progress!.CompletedTrials);
        Assert.True(board.Add(Halfway with { StudyName = "other", CompletedTrials = 1, Elapsed = TimeSpan.FromSeconds(1) }));
    }

    [Fact]
    public void Board_holds_no_more_than_the_trials_that_run()
    {
        var board = new Board(new ManualTime(), shownTrials: 2);
        for (int number = 0; number < 1000; number++)
        {
            board.Start(number, () => "config");
            board.Report(number, new TrialReport(1, 2));
            board.End(number);
            board.Report(number, new TrialReport(2, 2));
        }

        Assert.Empty(board.Look().Running);
        Assert.Equal(0, board.Look().HiddenCount);
    }
}
