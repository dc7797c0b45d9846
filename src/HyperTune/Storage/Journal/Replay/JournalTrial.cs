namespace HyperTune;

/// <summary>A trial as the journal has it. Changed by the replay alone until the trial is finished, and by nothing afterwards.</summary>
internal sealed class JournalTrial
{
    private double[] _parameterValues = [];
    private (long Step, double Value)[] _intermediateValues = [];
    private int _intermediateCount;
    private long _largestStep = long.MinValue;

    public JournalTrial(JournalStudy study, int id, int number, ParameterLayout layout)
    {
        Study = study;
        Id = id;
        Number = number;
        Layout = layout;
    }

    public JournalStudy Study { get; }

    /// <summary>The trial's place among all trials of the file.</summary>
    public int Id { get; }

    /// <summary>The trial's place among the trials of its study.</summary>
    public int Number { get; }

    public TrialState State { get; set; }

    public bool IsFinished => State is TrialState.Completed or TrialState.Pruned or TrialState.Failed;

    /// <summary>Whether the trial was finished already when it was added.</summary>
    public bool IsAdded { get; set; }

    /// <summary>In UTC.</summary>
    /// <value><see langword="null"/> for a trial that has not started.</value>
    public DateTime? Started { get; set; }

    /// <summary>In UTC.</summary>
    /// <value><see langword="null"/> for a trial that has not finished.</value>
    public DateTime? Finished { get; set; }

    /// <summary>One value an objective.</summary>
    /// <value>Empty for none.</value>
    public double[] Values { get; set; } = [];

    /// <summary>The worker whose record made the trial run.</summary>
    /// <value><see langword="null"/> for a trial that has never run.</value>
    public string? Owner { get; set; }

    /// <summary>The number of the record that created the trial; orders creations, starts and ends among each other.</summary>
    public int CreateRecord { get; init; }

    /// <summary>The number of the record that started the trial last; -1 for none.</summary>
    public int StartRecord { get; set; } = -1;

    /// <summary>The number of the record that finished the trial; -1 for none.</summary>
    public int FinishRecord { get; set; } = -1;

    public ParameterLayout Layout { get; private set; }

    /// <summary>The internal values, in the order of the layout.</summary>
    public ReadOnlySpan<double> ParameterValues => _parameterValues.AsSpan(0, Layout.Entries.Length);

    /// <summary>The reported values in the order of their first report.</summary>
    public ReadOnlySpan<(long Step, double Value)> IntermediateValues => _intermediateValues.AsSpan(0, _intermediateCount);

    /// <value><see langword="null"/> for none.</value>
    public JournalAttributes? UserAttributes { get; private set; }

    /// <value><see langword="null"/> for none.</value>
    public JournalAttributes? SystemAttributes { get; private set; }

    public IEnumerable<JournalParameter> Parameters
        => Layout.Entries.Select((entry, i) => new JournalParameter(entry.Name, _parameterValues[i], entry.Distribution));

    public void SetParameter(string name, double value, JournalDistribution distribution)
    {
        int index = Layout.FindLast(name, distribution) is null ? Layout.IndexOf(name) : -1;
        if (index >= 0)
        {
            Layout = Layout.Replace(index, distribution);
            _parameterValues[index] = value;
            return;
        }

        int count = Layout.Entries.Length;
        Layout = Layout.Add(name, distribution);
        if (count == _parameterValues.Length)
        {
            Array.Resize(ref _parameterValues, Layout.LongestCount);
        }

        _parameterValues[count] = value;
    }

    public void SetIntermediateValue(long step, double value)
    {
        // Steps nearly always ascend; only one that does not can be there already.
        if (step <= _largestStep)
        {
            int known = Array.FindIndex(_intermediateValues, 0, _intermediateCount, entry => entry.Step == step);
            if (known >= 0)
            {
                _intermediateValues[known].Value = value;
                return;
            }
        }

        if (_intermediateCount == _intermediateValues.Length)
        {
            Array.Resize(ref _intermediateValues, Math.Max(4, _intermediateCount * 2));
        }

        _intermediateValues[_intermediateCount++] = (step, value);
        _largestStep = Math.Max(_largestStep, step);
    }

    public void SetUserAttribute(string name, string json) => (UserAttributes ??= new JournalAttributes()).Set(name, json);

    public void SetSystemAttribute(string name, string json) => (SystemAttributes ??= new JournalAttributes()).Set(name, json);

    /// <summary>The trial as it is now: itself when it is finished, else a copy that later records do not change.</summary>
    public JournalTrial Snapshot()
    {
        if (IsFinished)
        {
            return this;
        }

        return new JournalTrial(Study, Id, Number, Layout)
        {
            State = State,
            IsAdded = IsAdded,
            Started = Started,
            Finished = Finished,
            Values = Values,
            Owner = Owner,
            CreateRecord = CreateRecord,
            StartRecord = StartRecord,
            FinishRecord = FinishRecord,
            UserAttributes = UserAttributes?.Clone(),
            SystemAttributes = SystemAttributes?.Clone(),
            _parameterValues = [.. _parameterValues],
            _intermediateValues = IntermediateValues.ToArray(),
            _intermediateCount = _intermediateCount,
            _largestStep = _largestStep,
        };
    }
}
