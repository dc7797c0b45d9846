using System.Collections.Immutable;
using System.Globalization;

namespace HyperTune.Strategies.Replay;

/// <summary>Runs a schedule.</summary>
/// <param name="space">The whole space of its configs.</param>
/// <param name="schedule">Their vectors.</param>
internal sealed class ReplayStrategy(SearchSpace space, ImmutableArray<double[]> schedule) : Strategy
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Replay({schedule.Length} configs)");

    internal override bool ContinuesTrials => true;

    public override StrategyRun Start(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        SearchSpace searched = context.Space;
        if (context.Parallelism > 1)
        {
            throw new ArgumentException($"{nameof(Replay)} runs one trial after the other, each from the checkpoint of the one before, and cannot keep {context.Parallelism} workers busy.");
        }

        return !ReferenceEquals(space, searched.Whole)
            ? throw new ArgumentException($"The schedule of {nameof(Replay)} has configs of the search space '{space.Name}', but the study searches '{searched.Name}'.")
            : schedule.FirstOrDefault(vector => !searched.Contains(vector)) is { } outside
                ? throw new ArgumentException($"The schedule of {nameof(Replay)} leaves what the search space was narrowed to: {searched.Format(outside)}. It is {searched}.")
                : new Run(context.FirstTrial, schedule);
    }

    private sealed class Run(int first, ImmutableArray<double[]> schedule) : StrategyRun
    {
        private readonly HashSet<int> _completed = [];
        private int? _parent;

        public override int? Parent => _parent;

        public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int place = trialNumber - first;
            if (place < 0 || place >= schedule.Length || (place > 0 && !_completed.Contains(trialNumber - 1)))
            {
                return false;
            }

            _parent = place == 0 ? null : trialNumber - 1;
            schedule[place].CopyTo(vector);
            return true;
        }

        public override void Tell(in TrialResult result)
        {
            if (result.State == TrialState.Completed && result.Number >= first && result.Number < first + schedule.Length)
            {
                _completed.Add(result.Number);
            }
        }
    }
}
