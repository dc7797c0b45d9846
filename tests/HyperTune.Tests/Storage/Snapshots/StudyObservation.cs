using System.Globalization;

namespace HyperTune.Tests;

/// <summary>All that can be seen of a log: its state, what pruners and strategies are told, and what a strategy then suggests.</summary>
internal static class StudyObservation
{
    /// <summary>Reads a log as a process does that opens it.</summary>
    public static async Task<string> OfAsync(ByteLog log, TestSpace space, bool movesInside)
    {
        var pruner = new RecordingPruner();
        var state = new StudyState(space, RecordedLoss.Instance, movesInside);
        var feed = new PromptTrialFeed(state.Trials, SingleObjective.Minimize.Objectives[0], () => pruner = new RecordingPruner());
        var session = new StudySession(log, state, feed, "test", new StudyClock(new ManualTime()));
        await StudyLoading.LoadAsync(session, savesSnapshot: false, default);
        var told = new List<FeedEntry>();
        feed.Take(told, announced: -1, next: state.Trials.Count);
        TrialTable trials = state.Trials;
        int[] numbers = [.. Enumerable.Range(0, trials.Count)];
        return string.Join(
            '\n',
            $"version {session.Version}, closed {session.IsClosed}, seed {state.ChosenSeed}, space {state.DeclaredLayout?.Outline.Fingerprint}",
            $"interrupted {string.Join(' ', numbers.Select(state.Attempts.Interruptions))}",
            $"workers {string.Join(' ', numbers.Select(number => state.Workers[trials.Entry(number).Worker]))}",
            $"own {string.Join(" | ", numbers.Select(number => state.Points.TryGetOwn(number, out TrialPoint own) ? $"{own}" : ""))}",
            $"enqueued {string.Join(' ', numbers.Select(number => state.FindEnqueued(trials.Vector(number).Span, 1)))}",
            $"ended {string.Join(' ', Enumerable.Range(0, trials.EndedCount).Select(trials.EndedNumber))}",
            $"{trials.CompletedMisfits} {trials.ImportedCount} {trials.StartedCount} {trials.LastFailure?.Reason} {trials.Front.Nearest}",
            $"files {state.Files.Scope} {string.Join(" | ", numbers.Select(number => Describe(state.Files.Of(number))))}",
            StateText.Of(state),
            string.Join('\n', pruner.Calls),
            string.Join('\n', told.Select(Describe)),
            string.Join('\n', Suggest(space, told, state.Trials.Count)));
    }

    private static string Describe(FeedEntry entry)
        => $"{entry.IsNew} {entry.IsEnd} {entry.Result.Number} {entry.Result.State} {Text(entry.Result.Vector.Span)} "
            + $"{Text(entry.Result.Values.Span)} {entry.Result.LastStep} {entry.Result.Duration} {Text(entry.Result.Gradient.Span)}";

    private static string Describe(TrialFiles files)
        => $"{files.HasDirectory} {files.AreDropped} {string.Join(',', files.All.Select(static file => $"{file.Name} {file.Key} {file.SavedAt:O}"))}";

    private static IEnumerable<string> Suggest(TestSpace space, List<FeedEntry> told, int count)
    {
        StrategyRun strategy = Strategy.Tpe(new TpeOptions { StartTrials = 4 }).Start(new StrategyContext { Space = space, Seed = 3 });
        foreach (FeedEntry entry in told)
        {
            TrialResult result = entry.Result;
            if (entry.IsNew)
            {
                strategy.Announce(result.Number, result.Vector.Span);
            }

            if (entry.IsEnd)
            {
                strategy.Tell(in result);
            }
        }

        double[] vector = new double[space.DimensionCount];
        for (int number = count; number < count + 3; number++)
        {
            Assert.True(strategy.TrySuggest(number, vector, default));
            yield return $"suggests {Text(vector)}";
        }
    }

    private static string Text(ReadOnlySpan<double> numbers)
        => string.Join(';', numbers.ToArray().Select(static number => number.ToString("R", CultureInfo.InvariantCulture)));

    private sealed class RecordingPruner : PrunerRun
    {
        public List<string> Calls { get; } = [];

        public override bool ShouldPrune(int trialNumber, ReadOnlySpan<TrialReport> reports) => false;

        public override void Report(int trialNumber, TrialReport report) => Calls.Add($"{trialNumber} reports {report}");

        public override void Tell(int trialNumber, TrialState state, double value, ReadOnlySpan<TrialReport> reports)
            => Calls.Add($"{trialNumber} {state} {value:R} {string.Join(',', reports.ToArray())}");
    }
}
