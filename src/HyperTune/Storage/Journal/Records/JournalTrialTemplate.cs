using HyperTune.Storage.Journal.Distributions;

namespace HyperTune.Storage.Journal.Records;

/// <summary>A trial in one record: one that starts with its parameters, one that waits, or one that is finished already.</summary>
internal sealed class JournalTrialTemplate
{
    public TrialState State { get; set; } = TrialState.Running;

    /// <summary>When the trial started, in UTC.</summary>
    /// <value><see langword="null"/> for a trial that waits.</value>
    public DateTime? Started { get; set; }

    /// <summary>When the trial finished, in UTC.</summary>
    /// <value><see langword="null"/> for a trial that has not.</value>
    public DateTime? Finished { get; set; }

    /// <summary>The parameters, each name once.</summary>
    public List<JournalParameter> Parameters { get; init; } = [];

    /// <summary>One value an objective; empty for none.</summary>
    public double[] Values { get; set; } = [];

    public List<(long Step, double Value)> IntermediateValues { get; init; } = [];

    /// <summary>Names and values, the values as JSON.</summary>
    public List<KeyValuePair<string, string>> SystemAttributes { get; init; } = [];

    /// <summary>Makes it an empty trial that runs.</summary>
    public void Clear()
    {
        State = TrialState.Running;
        Started = null;
        Finished = null;
        Values = [];
        Parameters.Clear();
        IntermediateValues.Clear();
        SystemAttributes.Clear();
    }

    /// <summary>Adds a parameter, in the place of an earlier one of the same name.</summary>
    public void Set(in JournalParameter parameter)
    {
        for (int i = 0; i < Parameters.Count; i++)
        {
            if (string.Equals(Parameters[i].Name, parameter.Name, StringComparison.Ordinal))
            {
                Parameters[i] = parameter;
                return;
            }
        }

        Parameters.Add(parameter);
    }
}
