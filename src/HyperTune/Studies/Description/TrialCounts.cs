using HyperTune.Spaces.Coding;
using HyperTune.Text;
using HyperTune.Trials;

namespace HyperTune.Studies.Description;

/// <summary>How many trials ended how, gathered in one pass over them.</summary>
/// <typeparam name="T">The config type.</typeparam>
internal sealed class TrialCounts<T>
{
    private const int LongestReason = 120;

    private readonly int[] _states = new int[TrialStates.Count];
    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly List<int> _ended = [];
    private int _infeasible;
    private int _excluded;

    /// <summary>How many have ended.</summary>
    public int Ended => _ended.Count;

    /// <summary>How many were pruned.</summary>
    public int Pruned => _states[(int)TrialState.Pruned];

    /// <summary>The first trial of the type's default config, a completed one where there is one; <see langword="null"/> where it was not tried.</summary>
    public TrialRecord<T>? Default { get; private set; }

    /// <summary>Counts.</summary>
    /// <param name="result">The trials.</param>
    public static TrialCounts<T> Of(StudyResult<T> result)
    {
        var counts = new TrialCounts<T>();
        bool hasDefault = result.Study.Space.Whole.HasDefault;
        ReadOnlyMemory<double> vector = hasDefault ? VectorOfDefault(result.Study.Space) : default;
        foreach (TrialRecord<T> trial in result.Trials)
        {
            counts.Add(trial);
            if (hasDefault && trial.Fits && !trial.IsExcluded && counts.Default?.State != TrialState.Completed && VectorComparer.Instance.Equals(trial.Vector, vector))
            {
                counts.Default = counts.Default is null || trial.State == TrialState.Completed ? trial : counts.Default;
            }
        }

        return counts;
    }

    /// <summary>How many trials of higher numbers have ended.</summary>
    public int EndedAfter(int number) => _ended.Count - 1 - _ended.BinarySearch(number);

    /// <summary>The counts in a sentence.</summary>
    public string Describe(string study)
    {
        int all = _states.Sum();
        string name = $"Study '{Printable.Of(study)}'";
        if (all == 0)
        {
            return $"{name} has no trials yet.";
        }

        IEnumerable<string> states = Enum.GetValues<TrialState>()
            .Where(state => _states[(int)state] > 0)
            .OrderByDescending(static state => TrialStates.IsEnd(state))
            .Select(state => $"{_states[(int)state]} {TrialStates.Word(state)}");
        string taken = _excluded == 0 ? "" : $"; {_excluded} {(_excluded == 1 ? "is" : "are")} taken out";
        return $"{name} has {all} trial{(all == 1 ? "" : "s")}: {string.Join(", ", states)}{taken}.";
    }

    /// <summary>What went wrong in a sentence; <see langword="null"/> where nothing did.</summary>
    public string? DescribeFailures()
    {
        int failed = _states[(int)TrialState.Failed];
        if (failed == 0)
        {
            return null;
        }

        (string reason, int count) = _reasons.OrderByDescending(static reason => reason.Value).ThenBy(static reason => reason.Key, StringComparer.Ordinal).First();
        string text = reason.Length == 0 ? "" : reason.Length <= LongestReason ? $": {reason}" : $": {reason[..LongestReason]}...";
        string often = _reasons.Count == 1 || text.Length == 0 ? text : count == 1 ? $"; for instance{text}" : $"; {count} of them with the same reason{text}";
        string infeasible = _infeasible == 0 ? "" : _infeasible == failed ? ", as configs that cannot be" : $", {_infeasible} as configs that cannot be";
        string sentence = $"{failed} trial{(failed == 1 ? "" : "s")} failed{infeasible}{often}";
        return sentence.EndsWith('.') ? sentence : $"{sentence}.";
    }

    private void Add(TrialRecord<T> trial)
    {
        _states[(int)trial.State]++;
        _excluded += trial.IsExcluded ? 1 : 0;
        if (TrialStates.IsEnd(trial.State))
        {
            _ended.Add(trial.Number);
        }

        if (trial.State == TrialState.Failed)
        {
            string reason = Printable.Of(trial.FailureReason ?? "");
            _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
            _infeasible += trial.FailureCause == FailureCause.Infeasible ? 1 : 0;
        }
    }

    private static double[] VectorOfDefault(SearchSpace<T> space)
    {
        double[] vector = new double[space.DimensionCount];
        space.Encode(((SearchSpace<T>)space.Whole).Default, vector);
        return vector;
    }
}
