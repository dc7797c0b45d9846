using System.Diagnostics.CodeAnalysis;

namespace HyperTune.State;

/// <summary>Which trials were taken out of a study and why, also at earlier moments. Not safe for concurrent use.</summary>
internal sealed class Exclusions
{
    private readonly Dictionary<int, List<(int Change, string? Reason)>> _changes = [];

    /// <summary>How many changes there have been: a moment is one of their numbers.</summary>
    public int Count { get; private set; }

    /// <summary>Notes that a trial is taken out or, without a reason, taken back.</summary>
    public void Add(int trial, string? reason)
    {
        if (!_changes.TryGetValue(trial, out List<(int Change, string? Reason)>? changes))
        {
            _changes.Add(trial, changes = []);
        }

        changes.Add((Count++, reason));
    }

    /// <summary>Whether a trial was out at a moment.</summary>
    /// <param name="trial">The trial's number.</param>
    /// <param name="moment">What <see cref="Count"/> was then.</param>
    /// <param name="reason">Receives why.</param>
    public bool IsOut(int trial, int moment, [NotNullWhen(true)] out string? reason)
    {
        reason = null;
        if (Count > 0 && _changes.TryGetValue(trial, out List<(int Change, string? Reason)>? changes))
        {
            reason = changes.FindLast(change => change.Change < moment).Reason;
        }

        return reason is not null;
    }
}
