using System.Diagnostics.CodeAnalysis;
using HyperTune.Spaces.Comparison;
using HyperTune.State.Files;
using HyperTune.Trials;

namespace HyperTune.State;

/// <summary>
/// What the events of a study add up to: the only owner of its trials. Pure: it knows no lock, no clock and no I/O, and the same events in the same order
/// make the same state in every process. Commands (<see cref="IStudyCommand"/>) look at it and decide what is to happen next.
/// </summary>
/// <remarks>
/// An event that no longer means anything, such as the second end of a trial, changes nothing; every reader of the log comes to the same conclusion, so
/// that changes of different processes need not wait for each other.
/// </remarks>
internal sealed partial class StudyState
{
    private readonly SortedSet<int> _waiting = [];
    private readonly List<int> _enqueued = [];
    private readonly Dictionary<ImportedTrialKey, int> _imported = [];
    private readonly List<StudyEvent> _unknown = [];
    private readonly Dictionary<int, int> _parents = [];

    /// <param name="space">The search space of now, whole.</param>
    /// <param name="metrics">The study's metrics.</param>
    /// <param name="movesInside">Whether strategies learn from trials outside the space as if they had been run with the nearest values inside.</param>
    /// <param name="reported">The metric that trials report; <see langword="null"/> for the first objective.</param>
    public StudyState(SearchSpace space, MetricsDescriptor metrics, bool movesInside = false, Metric? reported = null)
    {
        Metrics = metrics;
        OwnLayout = PointLayout.Of(space);
        Trials = new TrialTable(space, metrics);
        Attempts = new TrialAttempts(Trials);
        Reports = new TrialReports(Trials, metrics, reported ?? metrics.Objectives[0]);
        Points = new TrialPoints(Trials, space, OwnLayout, movesInside);
    }

    public MetricsDescriptor Metrics { get; }

    public TrialTable Trials { get; }

    /// <summary>What became of trials that were run more than once.</summary>
    public TrialAttempts Attempts { get; }

    /// <summary>The intermediate values of the trials.</summary>
    public TrialReports Reports { get; }

    /// <summary>How the trials lie in the space of now.</summary>
    public TrialPoints Points { get; }

    /// <summary>What the trials have saved.</summary>
    public StudyFiles Files { get; } = new();

    /// <summary>Which trials were taken out.</summary>
    public Exclusions Exclusions { get; } = new();

    /// <summary>The layout of the vectors of the space of now.</summary>
    public PointLayout OwnLayout { get; }

    /// <summary>The layout that the log declared last; <see langword="null"/> when it declared none.</summary>
    public PointLayout? DeclaredLayout { get; private set; }

    /// <summary>The seed that was chosen for a study whose creator gave it none.</summary>
    public long? ChosenSeed { get; private set; }

    /// <summary>The numbers of the trials that wait, in ascending order, but for those that wait for a retry.</summary>
    public IReadOnlyCollection<int> Waiting => _waiting;

    /// <summary>The first trial that waits; -1 when there is none.</summary>
    public int FirstWaiting => _waiting.Count == 0 ? -1 : _waiting.Min;

    /// <summary>What the log holds that this version does not know, in the order of the log.</summary>
    public IReadOnlyList<StudyEvent> Unknown => _unknown;

    /// <summary>What imported trials the study has, and their numbers.</summary>
    public IReadOnlyDictionary<ImportedTrialKey, int> Imported => _imported;

    /// <summary>The trial from whose checkpoint a trial goes on, or went on where it was imported; <see langword="null"/> for none.</summary>
    public int? ParentOf(int number) => _parents.TryGetValue(number, out int parent) ? parent : null;

    /// <summary>Takes in what happened.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="isOwn">Whether this process decided it, so that its values need no look.</param>
    /// <returns>Whether it changed anything.</returns>
    public bool Apply(in StudyEvent happened, bool isOwn = false)
    {
        if (!happened.Payload.IsEmpty)
        {
            _unknown.Add(happened);
        }

        switch (happened.Kind)
        {
            case StudyEventKind.SpaceChanged:
                DeclaredLayout = happened.Layout;
                return true;
            case StudyEventKind.SeedChosen:
                ChosenSeed ??= happened.Seed;
                return true;
            case StudyEventKind.Narrowed:
                DeclaredNarrowing = happened.Narrowing;
                return true;
            case StudyEventKind.Noted:
                Note(happened.Note!);
                return true;
            case StudyEventKind.Enqueued:
                if (happened.Narrowing is { } narrowing)
                {
                    _narrowings[happened.Trial] = narrowing;
                }

                _enqueued.Add(Trials.Count);
                _waiting.Add(Trials.Count);

                // What is open of a part of the space has to be looked at also where this process left it open.
                Add(in happened, TrialState.Waiting, TrialFlags.IsEnqueued, isOwn && happened.Narrowing is null);
                return true;
            case StudyEventKind.Started:
                Add(in happened, TrialState.Running, TrialFlags.None, isOwn);
                Own(in happened);
                return true;
            case StudyEventKind.Imported:
                Import(in happened, isOwn);
                return true;
            case StudyEventKind.Reopened:
                return TryReopen(happened.Trial);
            case StudyEventKind.Excluded or StudyEventKind.Included:
                return Exclude(in happened);
            case StudyEventKind.FilesOpened:
                Files.Open(happened.Scope!);
                return true;
            case StudyEventKind.FilesDropped:
                return IsKnown(happened.Trial) && !IsOpen(happened.Trial) && Files.Drop(happened.Trial);
        }

        return happened.Kind != StudyEventKind.Unknown && IsOpen(happened.Trial) && ApplyToOpen(in happened, isOwn);
    }

    private bool Exclude(in StudyEvent happened)
    {
        bool isOut = happened.Kind == StudyEventKind.Excluded;
        int number = happened.Trial;
        if ((uint)number >= (uint)Trials.Count || !TrialStates.IsEnd(Trials.StateOf(number)) || (!isOut && !Trials.Entry(number).Is(TrialFlags.IsExcluded)))
        {
            return false;
        }

        Exclusions.Add(number, isOut ? happened.Reason ?? "no reason was given" : null);
        Trials.Exclude(number, isOut);
        return true;
    }

    private bool ApplyToOpen(in StudyEvent happened, bool isOwn)
    {
        int number = happened.Trial;
        bool isRunning = Trials.StateOf(number) == TrialState.Running;
        switch (happened.Kind)
        {
            case StudyEventKind.Taken when !isRunning:
                StopWaiting(number);
                Own(in happened);
                Trials.Move(number, TrialState.Running);
                Trials.Entry(number).StartedAt = happened.Time.Ticks;
                Reports.Drop(number);
                return true;
            case StudyEventKind.HandedOver when isRunning:
                _owners.Remove(number);
                Own(in happened);
                return true;
            case StudyEventKind.Assigned:
                Points.Assign(number, happened.Point);
                return true;
            case StudyEventKind.Reported when IsBy(happened.Owner, number):
                Reports.Add(number, happened.Report, happened.ReportedMetrics is [var reported] ? reported.Values : null);
                return true;
            case StudyEventKind.FileSaved when IsRunBy(happened.Owner, number):
                Files.Save(number, happened.File! with { SavedAt = happened.Time });
                return true;
            case StudyEventKind.DirectoryCreated when IsRunBy(happened.Owner, number):
                Files.NoteDirectory(number);
                return true;
            case StudyEventKind.Released or StudyEventKind.Expired:
                Wait(number);
                if (happened.Interruptions > 0)
                {
                    Attempts.Interrupt(number, happened.Interruptions);
                }

                return isRunning;
            case StudyEventKind.Retried when isRunning:
                Retry(in happened, isOwn);
                return true;
            case StudyEventKind.Ended:
                StoredOutcome outcome = Checked(happened.Outcome!, isOwn);
                Points.Complete(number);
                Close(number, outcome, happened.Time.Ticks);
                return true;
            default:
                return false;
        }
    }

    private bool IsKnown(int number) => (uint)number < (uint)Trials.Count;

    private bool IsOpen(int number) => IsKnown(number) && !TrialStates.IsEnd(Trials.StateOf(number));

    private void Add(in StudyEvent happened, TrialState state, TrialFlags flags, bool isOwn)
    {
        if (happened.Trial != Trials.Count)
        {
            throw new InvalidDataException($"The log has trial {happened.Trial} where trial {Trials.Count} was to come.");
        }

        Trials.Add(new TrialEntry { State = state, StartedAt = state == TrialState.Waiting ? 0 : happened.Time.Ticks, Flags = flags });
        Points.Set(happened.Trial, happened.Point, isOwn);
        if (happened.Parent is { } parent)
        {
            _parents[happened.Trial] = parent;
        }
    }

    private void Import(in StudyEvent happened, bool isOwn)
    {
        StoredOutcome outcome = Checked(happened.Outcome!, isOwn);

        // It counts as running until its reports are there.
        Add(in happened, TrialState.Running, TrialFlags.IsImported, isOwn);
        Trials.Entry(happened.Trial).StartedAt = happened.Started.Ticks;
        Points.Complete(happened.Trial);
        Dictionary<int, double[]>? metrics = happened.ReportedMetrics?.ToDictionary(static reported => reported.Step, static reported => reported.Values);
        foreach (TrialReport report in happened.Reports ?? [])
        {
            Reports.Add(happened.Trial, report, metrics?.GetValueOrDefault(report.Step));
        }

        Close(happened.Trial, outcome, happened.Time.Ticks);
        if (happened.Source is { } source)
        {
            _imported.TryAdd(happened.Key ?? ImportedTrialKey.Of(source, outcome.Values, Trials.Vector(happened.Trial).Span), happened.Trial);
        }
    }

    // What a log says is not taken on trust; and derivatives of a space that was changed since mean nothing in that of now.
    private StoredOutcome Checked(StoredOutcome outcome, bool isOwn)
    {
        if (isOwn)
        {
            return outcome;
        }

        if (OutcomeRules.FindFault(outcome, Metrics.All) is { } fault)
        {
            throw new InvalidDataException(fault);
        }

        outcome = outcome.Records is null ? outcome : outcome with { Records = Metrics.FitRecords(outcome.Records) };
        bool keepsGradient = outcome.Gradient is { } gradient
            && gradient.Length == OwnLayout.Parameters.Length
            && ReferenceEquals(DeclaredLayout, OwnLayout);
        return keepsGradient || outcome.Gradient is null ? outcome : outcome with { Gradient = null };
    }

    private void Close(int number, StoredOutcome outcome, long endedAt)
    {
        StopWaiting(number);
        _owners.Remove(number);
        Reports.Close(number, outcome.State);

        // Clocks of two processes may differ, and one may have been set back. A trial that was enqueued and ended unrun has taken no time.
        long startedAt = Trials.Entry(number).StartedAt;
        Trials.End(number, outcome, startedAt == 0 ? 0 : Math.Max(0, endedAt - startedAt));
    }
}
