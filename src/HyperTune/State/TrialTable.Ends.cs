namespace HyperTune.State;

/// <content>How trials end, and how that is taken back.</content>
internal sealed partial class TrialTable
{
    /// <summary>Ends a trial.</summary>
    public void End(int number, StoredOutcome outcome, long duration)
    {
        Move(number, outcome.State);
        ref TrialEntry entry = ref Entry(number);
        entry.Duration = duration;
        entry.EndIndex = _ended.Count;
        if (entry.Reports is not null)
        {
            Array.Resize(ref entry.Reports, entry.ReportCount);
        }

        _ended.Add(number);
        if (outcome.Values.Length > 0)
        {
            SetValues(number, outcome.Values);
        }

        if (outcome.Reason is not null || outcome.Gradient is not null)
        {
            _details.Add(number, outcome);
            LastFailure = outcome.State == TrialState.Failed ? outcome : LastFailure;
        }

        AddCost(number, outcome.Cost);
        if (outcome is { State: TrialState.Completed, Records: { } records })
        {
            _records.Add(number, records);
        }

        Consider(number, in entry);
    }

    /// <summary>Adds what an attempt at a trial has cost.</summary>
    public void AddCost(int number, double? cost)
    {
        if (cost is { } spent)
        {
            _costs[number] = CostOf(number).GetValueOrDefault() + spent;
            TotalCost += _entries[number].Is(TrialFlags.IsImported) ? 0 : spent;
        }
    }

    /// <summary>Takes a trial that ended out, or back.</summary>
    public void Exclude(int number, bool isExcluded)
    {
        Entry(number).Set(TrialFlags.IsExcluded, isExcluded);
        FindFront();
    }

    /// <summary>Looks for the best trials anew, after others count or fit the space than before.</summary>
    public void FindFront()
    {
        Front.Clear();
        CompletedMisfits = 0;
        CompletedCount = 0;
        for (int i = 0; i < _ended.Count; i++)
        {
            ref readonly TrialEntry entry = ref _entries[_ended[i]];
            if (entry.EndIndex == i)
            {
                Consider(_ended[i], in entry);
            }
        }
    }

    /// <summary>Takes back that a trial failed, and lets it wait.</summary>
    /// <returns>How it had failed.</returns>
    public Attempt Reopen(int number)
    {
        ref TrialEntry entry = ref Entry(number);
        var failed = new Attempt(Details(number) ?? StoredOutcome.Failed(""), entry.StartedAt, entry.Duration)
        {
            EndIndex = entry.EndIndex,
            ReopenIndex = _ended.Count,
            Reports = entry.ReportSpan.ToArray(),
        };
        _ended.Add(number);
        _details.Remove(number);
        _values[number].Span.Fill(double.NaN);
        _losses[number].Span.Fill(double.NaN);
        entry.EndIndex = int.MaxValue;
        entry.Duration = 0;
        Move(number, TrialState.Waiting);
        return failed;
    }

    private void Consider(int number, ref readonly TrialEntry entry)
    {
        if (entry.State != TrialState.Completed || entry.Is(TrialFlags.IsExcluded))
        {
            return;
        }

        CompletedCount += entry.Is(TrialFlags.IsImported) ? 0 : 1;
        if (entry.Is(TrialFlags.IsMisfit))
        {
            CompletedMisfits++;
        }
        else
        {
            Front.Consider(number, Violation(number));
        }
    }

    // The only place where losses and violations come from.
    private void SetValues(int number, ReadOnlySpan<double> values)
    {
        values.CopyTo(_values[number].Span);
        if (_losses != _values)
        {
            _metrics.ToLosses(values, _losses[number].Span);
        }

        if (_metrics.Limits.Length > 0 && _entries[number].State == TrialState.Completed && _metrics.Violation(values) is > 0 and var violation)
        {
            _violations.Add(number, violation);
        }
    }
}
