using System.Collections.Immutable;
using System.Globalization;
using HyperTune.Metrics;
using HyperTune.State;
using HyperTune.Storage.Journal.Replay;
using HyperTune.Trials;

namespace HyperTune.Storage.Journal.Events;

/// <summary>How trials end, in our words and in Optuna's: it knows one value an objective, and limits as constraints.</summary>
internal sealed class JournalValues(ImmutableArray<Metric> metrics)
{
    private readonly ImmutableArray<Metric> _objectives = [.. metrics.Where(static metric => metric.IsObjective)];
    private readonly ImmutableArray<Metric> _limits = [.. metrics.Where(static metric => metric.IsLimited)];

    /// <summary>The outcome of a trial that ended.</summary>
    /// <param name="state">The state that Optuna sees.</param>
    /// <param name="trial">Its last values and attributes.</param>
    public StoredOutcome Read(TrialState state, JournalOpenTrial trial)
    {
        StoredOutcome outcome = ReadOutcome(state, trial);
        return trial.Cost is { } cost ? outcome with { Cost = cost } : outcome;
    }

    private StoredOutcome ReadOutcome(TrialState state, JournalOpenTrial trial)
    {
        switch (state)
        {
            case TrialState.Completed:
                return ReadCompleted(Raw(trial), trial);
            case TrialState.Pruned:
                double[] known = Raw(trial);
                return new StoredOutcome(TrialState.Pruned, Array.TrueForAll(known, double.IsNaN) ? [] : known) { Gradient = trial.Gradient };
            case TrialState.Failed when trial.IsCancelled:
                return new StoredOutcome(TrialState.Cancelled, []) { Reason = trial.Failure };
            default:
                return StoredOutcome.Failed(trial.Failure ?? "The journal gives no reason.", cause: trial.Cause);
        }
    }

    /// <summary>How an outcome is stored.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="attributes">Receives the attributes, which have to be set before the end: finished trials cannot change any more.</param>
    /// <returns>The state and the values that Optuna sees.</returns>
    public (TrialState State, double[] Values) Write(StoredOutcome outcome, List<KeyValuePair<string, string>> attributes)
    {
        if (outcome.State == TrialState.Cancelled)
        {
            attributes.Add(new(JournalAttributeNames.Cancelled, "true"));
        }

        if (outcome.Reason is { } reason)
        {
            attributes.Add(new(JournalAttributeNames.Failure, JournalAttributeValue.Write(reason)));
        }

        if (outcome.Cause != FailureCause.Error)
        {
            attributes.Add(new(JournalAttributeNames.Cause, JournalAttributeValue.Write(FailureCauses.Word(outcome.Cause))));
        }

        if (outcome.Cost is { } cost)
        {
            attributes.Add(new(JournalAttributeNames.Cost, JournalAttributeValue.Write([cost])));
        }

        double[] all = outcome.Values;
        double[] values = all.Length == 0 ? [] : [.. _objectives.Select(metric => all[metric.Index])];
        bool isWhole = Array.TrueForAll(values, static value => !double.IsNaN(value));
        if (all.Length > values.Length || (all.Length > 1 && !isWhole))
        {
            attributes.Add(new(JournalAttributeNames.Values, JournalAttributeValue.Write(all)));
        }

        if (outcome.State == TrialState.Completed && _limits.Length > 0)
        {
            attributes.Add(new(JournalAttributeNames.Constraints, JournalAttributeValue.Write([.. _limits.SelectMany(metric => Constraints(metric, all[metric.Index]))])));
        }

        if (outcome.Gradient is { } gradient)
        {
            attributes.Add(new(JournalAttributeNames.Gradient, JournalAttributeValue.Write(gradient)));
        }

        return (outcome.State == TrialState.Cancelled ? TrialState.Failed : outcome.State, isWhole ? values : []);
    }

    // Optuna keeps infinite values.
    private StoredOutcome ReadCompleted(double[] raw, JournalOpenTrial trial)
    {
        foreach (Metric objective in _objectives)
        {
            double value = raw[objective.Index];
            if (!double.IsFinite(value))
            {
                return StoredOutcome.Failed(string.Create(CultureInfo.InvariantCulture, $"The stored value is {value}, which is no finite number."));
            }
        }

        RecordedValue[]? records = trial.Records is { } known
            ? [.. known.Where(static record => !record.Value.IsNothing).Select(static record => new RecordedValue(record.Key, record.Value))]
            : null;
        return new StoredOutcome(TrialState.Completed, raw) { Gradient = trial.Gradient, Records = records };
    }

    private double[] Raw(JournalOpenTrial trial)
    {
        double[] raw = new double[metrics.Length];
        Array.Fill(raw, double.NaN);
        for (int i = 0; i < Math.Min(_objectives.Length, trial.Values.Length); i++)
        {
            raw[_objectives[i].Index] = trial.Values[i];
        }

        // Somebody else may have ended the trial after a writer of ours died that was just about to.
        return trial.MetricValues is { } all && all.Length == raw.Length && (trial.Values.Length == 0 || AgreesOnObjectives(all, raw)) ? all : raw;
    }

    private bool AgreesOnObjectives(double[] all, double[] raw) => _objectives.All(metric => all[metric.Index].Equals(raw[metric.Index]));

    private static IEnumerable<double> Constraints(Metric metric, double value)
    {
        if (metric.AtLeast > double.NegativeInfinity)
        {
            yield return double.IsNaN(value) ? double.PositiveInfinity : metric.AtLeast - value;
        }

        if (metric.AtMost < double.PositiveInfinity)
        {
            yield return double.IsNaN(value) ? double.PositiveInfinity : value - metric.AtMost;
        }
    }
}
