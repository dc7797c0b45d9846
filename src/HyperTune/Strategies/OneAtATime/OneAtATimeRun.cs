using System.Globalization;

namespace HyperTune.Strategies.OneAtATime;

/// <summary>Goes through the configs around a baseline, each once.</summary>
/// <remarks>The next one goes to whoever asks next; those that have been tried already, by the user or in an earlier session, are left out.</remarks>
internal sealed class OneAtATimeRun(StrategyContext context, IReadOnlyList<double[]> points) : StrategyRun
{
    private readonly HashSet<int> _used = [];
    private int _cursor;
    private int _suggested;
    private int _refused;

    public override string Explanation => string.Create(
        CultureInfo.InvariantCulture,
        $"One at a time: {points.Count} configs with the baseline, {_suggested} suggested, {_refused} left out because they break a constraint.");

    public override bool TrySuggest(int trialNumber, Span<double> vector, CancellationToken cancellationToken)
    {
        for (; _cursor < points.Count; _cursor++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_used.Contains(_cursor))
            {
                continue;
            }

            points[_cursor].CopyTo(vector);
            string? violated = context.Space.FindBeyondBound(points[_cursor]) is { Bound: { } bound } beyond
                ? $"{beyond.Name} is {bound}"
                : context.Space.FindViolatedConstraint(points[_cursor]);
            if (violated is null)
            {
                _suggested++;
                _cursor++;
                return true;
            }

            if (_cursor == 0)
            {
                throw new ConstraintException($"The baseline of one parameter at a time breaks the constraint '{violated}' of the search space '{context.Space.Name}'. Start from another config.");
            }

            _refused++;
        }

        return false;
    }

    public override void Announce(int trialNumber, ReadOnlySpan<double> vector) => Use(vector);

    public override void Tell(in TrialResult result) => Use(result.Vector.Span);

    private void Use(ReadOnlySpan<double> vector)
    {
        for (int i = 0; i < points.Count; i++)
        {
            if (vector.SequenceEqual(points[i]))
            {
                _used.Add(i);
            }
        }
    }
}
