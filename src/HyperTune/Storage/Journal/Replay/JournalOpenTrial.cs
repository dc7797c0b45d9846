using System.Globalization;
using HyperTune.State;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;
using HyperTune.Text;
using HyperTune.Trials;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>What the records say of a trial that can still change; changed by the replay alone.</summary>
internal sealed class JournalOpenTrial(int id, int number, ParameterLayout layout)
{
    private const string InstanceReports = "instance";
    private const string ProgressReports = "progress";

    // Few names are found faster by a look at all of them.
    private const int FewNames = 16;

    // The parameters that were set after the trial's first record.
    private readonly List<string> _later = [];
    private HashSet<string>? _laterSet;

    // All metrics of the reports that are still to come.
    private Dictionary<long, double[]>? _metrics;

    private Dictionary<string, RecordValue>? _records;

    // Whether another interruption was noted since the trial's state changed last.
    private bool _isExpiring;

    // The failed attempt that was noted since then.
    private string? _failing;

    /// <summary>The trial's place among all trials of the file.</summary>
    public int Id { get; } = id;

    /// <summary>The trial's place among the trials of its study.</summary>
    public int Number { get; } = number;

    /// <summary>The parameters of its first record.</summary>
    public ParameterLayout Layout { get; } = layout;

    /// <summary>The names of the parameters that were set after it.</summary>
    public IReadOnlyList<string> LaterParameters => _later;

    public bool IsRunning { get; private set; }

    /// <summary>The worker whose record made the trial run, or who looks after it since.</summary>
    /// <value><see langword="null"/> for a trial that has never run, and for one that goes on without a worker.</value>
    public string? Owner { get; private set; }

    /// <summary>One value an objective; empty for none.</summary>
    public double[] Values { get; set; } = [];

    public string? Worker { get; private set; }

    /// <summary>The last sign of life, as it was written.</summary>
    public string? Lease { get; private set; }

    public int Interruptions { get; private set; }

    /// <summary>Whether the trial waits because it was interrupted, and not because somebody gave it back.</summary>
    public bool HasExpired { get; private set; }

    /// <summary>How many attempts have failed.</summary>
    public int FailedAttempts { get; private set; }

    /// <summary>The event behind which the trial waits for another attempt; <see langword="null"/> where it waits for another reason.</summary>
    public string? Failed { get; private set; }

    public string? Failure { get; private set; }

    public FailureCause Cause { get; private set; }

    /// <summary>What the last attempt has cost; <see langword="null"/> where nothing is said.</summary>
    public double? Cost { get; private set; }

    public bool IsCancelled { get; private set; }

    /// <summary>What its next reports are values of.</summary>
    public ReportKind ReportKind { get; private set; }

    public double[]? MetricValues { get; private set; }

    public double[]? Gradient { get; private set; }

    /// <summary>What the trial recorded, of what somebody asks for; <see langword="null"/> where nothing was ever recorded.</summary>
    public IReadOnlyDictionary<string, RecordValue>? Records => _records;

    /// <summary>Where an imported trial comes from.</summary>
    public string? Source { get; private set; }

    /// <summary>What tells an imported trial from others.</summary>
    public ImportedTrialKey? ImportKey { get; private set; }

    /// <summary>What whoever enqueued the trial wants.</summary>
    public IReadOnlyDictionary<string, JournalChoice>? Fixed { get; private set; }

    /// <summary>What the space is narrowed to for the trial, as it was written.</summary>
    public string? Narrowing { get; private set; }

    /// <summary>The trial from whose checkpoint it goes on; <see langword="null"/> for none.</summary>
    public int? Parent { get; private set; }

    /// <summary>The payload of the event that made the trial, where it holds what this version does not know.</summary>
    public string? Payload { get; private set; }

    /// <summary>Whether the trial has the parameter by now.</summary>
    public bool Has(string parameter) => Layout.IndexOf(parameter) >= 0 || (_laterSet?.Contains(parameter) ?? _later.Contains(parameter));

    /// <summary>Notes that the trial has the parameter.</summary>
    /// <exception cref="JournalFormatException">It has too many.</exception>
    public void Note(string parameter)
    {
        if (Has(parameter))
        {
            return;
        }

        if (Layout.Entries.Length + _later.Count >= JournalLimits.MaximumParameters)
        {
            throw new JournalFormatException($"Trial {Number} has more than {JournalLimits.MaximumParameters} parameters.");
        }

        _later.Add(parameter);
        if (_later.Count > FewNames)
        {
            _laterSet ??= _later.ToHashSet(StringComparer.Ordinal);
            _laterSet.Add(parameter);
        }
    }

    /// <summary>Sets the state.</summary>
    /// <param name="state">The state that Optuna sees.</param>
    /// <param name="author">Who wrote the record.</param>
    public void Set(TrialState state, string author)
    {
        IsRunning = state == TrialState.Running;
        Owner = IsRunning ? author : Owner;
        HasExpired = _isExpiring && state == TrialState.Waiting;
        _isExpiring = false;
        Failed = state == TrialState.Waiting ? _failing : null;
        _failing = null;
    }

    /// <summary>Sets a system attribute; one that says nothing to HyperTune changes nothing.</summary>
    /// <exception cref="JournalFormatException">An attribute of ours has a value that it cannot have.</exception>
    public void Set(string name, string json)
    {
        switch (name)
        {
            case JournalAttributeNames.Worker:
                Worker = JournalAttributeValue.ReadTextOrNull(name, json);
                break;
            case JournalAttributeNames.Owner when IsRunning:
                Owner = JournalAttributeValue.ReadTextOrNull(name, json);
                break;
            case JournalAttributeNames.Lease:
                Lease = JournalAttributeValue.ReadTime(name, json);
                break;
            case JournalAttributeNames.Interruptions:
                Interruptions = JournalAttributeValue.ReadCount(name, json);
                _isExpiring = true;
                break;
            case JournalAttributeNames.Failure:
                Failure = JournalAttributeValue.ReadText(name, json);
                break;
            case JournalAttributeNames.Cause:
                Cause = FailureCauses.Parse(JournalAttributeValue.ReadText(name, json));
                break;
            case JournalAttributeNames.Cost:
                Cost = JournalAttributeValue.ReadNumbers(name, json) is [>= 0 and < double.PositiveInfinity] and [var cost]
                    ? cost
                    : throw JournalAttributeValue.Unexpected(name, "one number that is finite and at least 0, in a list", json);
                break;
            case JournalAttributeNames.Cancelled:
                IsCancelled = JournalAttributeValue.ReadFlag(name, json);
                break;
            case JournalAttributeNames.Imported:
                Source = JournalAttributeValue.ReadText(name, json);
                break;
            case JournalAttributeNames.ImportKey:
                ImportKey = ReadImportKey(name, json);
                break;
            case JournalAttributeNames.Reports:
                ReportKind = ReadReportKind(name, json);
                break;
            case JournalAttributeNames.Values:
                MetricValues = JournalAttributeValue.ReadNumbers(name, json);
                break;
            case JournalAttributeNames.Gradient:
                Gradient = JournalAttributeValue.ReadNumbers(name, json);
                break;
            case JournalAttributeNames.FixedParameters:
                Fixed = JournalAttributeValue.ReadChoices(json);
                break;
            case JournalAttributeNames.Parent:
                Parent = JournalAttributeValue.ReadCount(name, json) is var parent && parent < Number
                    ? parent
                    : throw JournalAttributeValue.Unexpected(name, "the number of an earlier trial", json);
                break;
            case JournalAttributeNames.Narrowing:
                Narrowing = json;
                break;
            case JournalAttributeNames.Event:
                Payload = JournalAttributeValue.ReadText(name, json);
                break;
            default:
                SetNumbered(name, json);
                break;
        }
    }

    /// <summary>Notes what the trial recorded, in the place of what it recorded before under that name.</summary>
    public void Record(string name, RecordValue value) => (_records ??= new(StringComparer.Ordinal))[name] = value;

    /// <summary>The attribute that holds all metrics at the step of a report.</summary>
    public static string NameOf(ReportedMetrics reported) => JournalAttributeNames.Report + NumberFormat.Invariant(reported.Step);

    /// <summary>Gives the metrics that belong to a report, once: a later report for the step, of another attempt, has its own.</summary>
    /// <returns><see langword="null"/> where the report is all there is.</returns>
    public double[]? TakeMetrics(long step) => _metrics is not null && _metrics.Remove(step, out double[]? metrics) ? metrics : null;

    private void SetNumbered(string name, string json)
    {
        if (name.StartsWith(JournalAttributeNames.Attempt, StringComparison.Ordinal))
        {
            _failing = JournalAttributeValue.ReadText(name, json);
            FailedAttempts++;
        }
        else if (name.StartsWith(JournalAttributeNames.Report, StringComparison.Ordinal))
        {
            SetMetrics(name, json);
        }
    }

    private void SetMetrics(string name, string json)
    {
        bool isStep = int.TryParse(name.AsSpan(JournalAttributeNames.Report.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int step);
        (_metrics ??= [])[step] = isStep
            ? JournalAttributeValue.ReadNumbers(name, json)
            : throw new JournalFormatException($"\"{JournalLimits.Excerpt(name)}\" names no step from 0 to {int.MaxValue}.");
    }

    private static ImportedTrialKey ReadImportKey(string name, string json)
    {
        try
        {
            return ImportedTrialKey.Parse(JournalAttributeValue.ReadText(name, json));
        }
        catch (FormatException exception) when (exception is not JournalFormatException)
        {
            throw JournalAttributeValue.Unexpected(name, "a key in hexadecimal digits", json);
        }
    }

    private static ReportKind ReadReportKind(string name, string json) => JournalAttributeValue.ReadText(name, json) switch
    {
        InstanceReports => ReportKind.Instance,
        ProgressReports => ReportKind.Progress,
        _ => throw JournalAttributeValue.Unexpected(name, $"\"{InstanceReports}\" or \"{ProgressReports}\"", json),
    };

    /// <summary>The value of the attribute that says what reports are values of.</summary>
    public static string Json(ReportKind kind) => kind == ReportKind.Instance ? $"\"{InstanceReports}\"" : $"\"{ProgressReports}\"";
}
