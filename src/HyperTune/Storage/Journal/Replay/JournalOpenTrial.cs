using HyperTune.Storage.Journal.Distributions;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>What the records say of a trial that can still change; changed by the replay alone.</summary>
internal sealed class JournalOpenTrial(int id, int number, ParameterLayout layout)
{
    private const string InstanceReports = "instance";

    // Whether another interruption was noted since the trial's state changed last.
    private bool _isExpiring;

    /// <summary>The trial's place among all trials of the file.</summary>
    public int Id { get; } = id;

    /// <summary>The trial's place among the trials of its study.</summary>
    public int Number { get; } = number;

    /// <summary>Which parameters it has by now.</summary>
    public ParameterLayout Layout { get; set; } = layout;

    public bool IsRunning { get; private set; }

    /// <summary>The worker whose record made the trial run.</summary>
    /// <value><see langword="null"/> for a trial that has never run.</value>
    public string? Owner { get; private set; }

    /// <summary>One value an objective; empty for none.</summary>
    public double[] Values { get; set; } = [];

    public string? Worker { get; private set; }

    /// <summary>The last sign of life, as it was written.</summary>
    public string? Lease { get; private set; }

    public int Interruptions { get; private set; }

    /// <summary>Whether the trial waits because it was interrupted, and not because somebody gave it back.</summary>
    public bool HasExpired { get; private set; }

    public string? Failure { get; private set; }

    public bool IsCancelled { get; private set; }

    /// <summary>What its next reports are values of.</summary>
    public ReportKind ReportKind { get; private set; }

    public double[]? MetricValues { get; private set; }

    public double[]? Gradient { get; private set; }

    /// <summary>Where an imported trial comes from.</summary>
    public string? Source { get; private set; }

    /// <summary>What whoever enqueued the trial wants.</summary>
    public IReadOnlyDictionary<string, JournalChoice>? Fixed { get; private set; }

    /// <summary>The payload of the event that made the trial, where it holds what this version does not know.</summary>
    public string? Payload { get; private set; }

    /// <summary>Sets the state.</summary>
    /// <param name="state">The state that Optuna sees.</param>
    /// <param name="author">Who wrote the record.</param>
    public void Set(TrialState state, string author)
    {
        IsRunning = state == TrialState.Running;
        Owner = IsRunning ? author : Owner;
        HasExpired = _isExpiring && state == TrialState.Waiting;
        _isExpiring = false;
    }

    /// <summary>Sets a system attribute; one that says nothing to HyperTune changes nothing.</summary>
    public void Set(string name, string json)
    {
        switch (name)
        {
            case JournalAttributeNames.Worker:
                Worker = JournalAttributeValue.ReadText(json);
                break;
            case JournalAttributeNames.Lease:
                Lease = JournalAttributeValue.ReadText(json);
                break;
            case JournalAttributeNames.Interruptions:
                Interruptions = JournalAttributeValue.ReadCount(json) ?? Interruptions;
                _isExpiring = true;
                break;
            case JournalAttributeNames.Failure:
                Failure = JournalAttributeValue.ReadText(json) ?? json;
                break;
            case JournalAttributeNames.Cancelled:
                IsCancelled = json == "true";
                break;
            case JournalAttributeNames.Imported:
                Source = JournalAttributeValue.ReadText(json) ?? json;
                break;
            case JournalAttributeNames.Reports:
                ReportKind = JournalAttributeValue.ReadText(json) == InstanceReports ? ReportKind.Instance : ReportKind.Progress;
                break;
            case JournalAttributeNames.Values:
                MetricValues = JournalAttributeValue.ReadNumbers(json);
                break;
            case JournalAttributeNames.Gradient:
                Gradient = JournalAttributeValue.ReadNumbers(json);
                break;
            case JournalAttributeNames.FixedParameters:
                Fixed = JournalAttributeValue.ReadChoices(json);
                break;
            case JournalAttributeNames.Event:
                Payload = JournalAttributeValue.ReadText(json);
                break;
        }
    }

    /// <summary>The value of the attribute that says what reports are values of.</summary>
    public static string Json(ReportKind kind) => kind == ReportKind.Instance ? $"\"{InstanceReports}\"" : "\"progress\"";
}
