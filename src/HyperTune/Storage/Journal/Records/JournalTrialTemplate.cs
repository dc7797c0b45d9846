using HyperTune.Storage.Journal.Distributions;

namespace HyperTune.Storage.Journal.Records;

/// <summary>A trial in one record: one that starts with its parameters, one that waits, or one that is finished already.</summary>
internal sealed class JournalTrialTemplate
{
    public TrialState State { get; set; } = TrialState.Running;

    /// <summary>When the trial started, in UTC.</summary>
    /// <value><see langword="null"/> for a trial that waits, and for a finished one that was never run or of which that is not known.</value>
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

    /// <summary>Names and values, the values as JSON.</summary>
    public List<KeyValuePair<string, string>> UserAttributes { get; init; } = [];

    // Few names are found faster by a look at all of them.
    private const int FewNames = 16;

    private Dictionary<string, int>? _places;

    /// <summary>Makes it an empty trial that runs.</summary>
    public void Clear()
    {
        State = TrialState.Running;
        Started = null;
        Finished = null;
        Values = [];
        Parameters.Clear();
        _places = null;
        IntermediateValues.Clear();
        SystemAttributes.Clear();
        UserAttributes.Clear();
    }

    /// <summary>Adds a parameter, in the place of an earlier one of the same name.</summary>
    public void Set(in JournalParameter parameter)
    {
        int place = IndexOf(parameter.Name);
        if (place >= 0)
        {
            Parameters[place] = parameter;
            return;
        }

        _places?.Add(parameter.Name, Parameters.Count);
        Parameters.Add(parameter);
    }

    private int IndexOf(string name)
    {
        if (Parameters.Count > FewNames)
        {
            _places ??= Enumerable.Range(0, Parameters.Count).ToDictionary(i => Parameters[i].Name, StringComparer.Ordinal);
            return _places.GetValueOrDefault(name, -1);
        }

        for (int i = 0; i < Parameters.Count; i++)
        {
            if (string.Equals(Parameters[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
