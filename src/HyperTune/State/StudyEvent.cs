using HyperTune.Spaces.Comparison;
using HyperTune.State.Files;

namespace HyperTune.State;

/// <summary>Something that happened in a study: a kind and named fields, of which each kind has its own.</summary>
/// <remarks>The fields that few events have lie in an object of their own, because events are copied often.</remarks>
internal readonly record struct StudyEvent
{
    private readonly RareFields? _rest;

    public required StudyEventKind Kind { get; init; }

    /// <summary>The trial's number.</summary>
    public int Trial { get; init; }

    /// <summary>When it happened, in UTC.</summary>
    public DateTime Time { get; init; }

    /// <summary>The trial's values, as far as they are known.</summary>
    public TrialPoint Point { get; init; }

    /// <summary>An intermediate value.</summary>
    public TrialReport Report { get; init; }

    /// <summary>How the trial, or an attempt at it, ended.</summary>
    public StoredOutcome? Outcome { get; init; }

    /// <summary>Which process runs the trial, as a text that its storage understands; <see langword="null"/> in a log that only one process reads.</summary>
    public string? Owner { get; init; }

    /// <summary>The name that its user gave to that process.</summary>
    public string? Worker { get; init; }

    /// <summary>How often the trial has been interrupted by now.</summary>
    public int Interruptions
    {
        get => Rest.Interruptions;
        init => _rest = Rest with { Interruptions = value };
    }

    /// <summary>When the next attempt at the trial may start, in UTC.</summary>
    public DateTime Due
    {
        get => Rest.Due;
        init => _rest = Rest with { Due = value };
    }

    /// <summary>Where an imported trial comes from, in words.</summary>
    public string? Source
    {
        get => Rest.Source;
        init => _rest = Rest with { Source = value };
    }

    /// <summary>What tells an imported trial from others; <see langword="null"/> where an earlier version imported it.</summary>
    public ImportedTrialKey? Key
    {
        get => Rest.Key;
        init => _rest = Rest with { Key = value };
    }

    /// <summary>When an imported trial started, in UTC; <see langword="default"/> where that is not known.</summary>
    public DateTime Started
    {
        get => Rest.Started;
        init => _rest = Rest with { Started = value };
    }

    /// <summary>The intermediate values of an imported trial.</summary>
    public IReadOnlyList<TrialReport>? Reports
    {
        get => Rest.Reports;
        init => _rest = Rest with { Reports = value };
    }

    /// <summary>All metrics at the steps of its reports, as far as they are known; <see langword="null"/> where a report is all there is.</summary>
    public IReadOnlyList<ReportedMetrics>? ReportedMetrics
    {
        get => Rest.ReportedMetrics;
        init => _rest = Rest with { ReportedMetrics = value };
    }

    /// <summary>The trial from whose checkpoint one that starts goes on, or one that is imported went on; <see langword="null"/> for none.</summary>
    public int? Parent
    {
        get => Rest.Parent;
        init => _rest = Rest with { Parent = value };
    }

    /// <summary>Why a trial was taken out, in words.</summary>
    public string? Reason
    {
        get => Rest.Reason;
        init => _rest = Rest with { Reason = value };
    }

    /// <summary>The search space from now on.</summary>
    public PointLayout? Layout
    {
        get => Rest.Layout;
        init => _rest = Rest with { Layout = value };
    }

    /// <summary>
    /// The values that the parameters are left, of those that do not keep all: from now on, or for an enqueued trial; <see langword="null"/> where nothing is
    /// said about it.
    /// </summary>
    public SpaceOutline? Narrowing
    {
        get => Rest.Narrowing;
        init => _rest = Rest with { Narrowing = value };
    }

    /// <summary>The seed of a study that had none.</summary>
    public long? Seed
    {
        get => Rest.Seed;
        init => _rest = Rest with { Seed = value };
    }

    /// <summary>What the keys of the study's files begin with from now on.</summary>
    public string? Scope
    {
        get => Rest.Scope;
        init => _rest = Rest with { Scope = value };
    }

    /// <summary>What a trial has saved.</summary>
    public StoredFile? File
    {
        get => Rest.File;
        init => _rest = Rest with { File = value };
    }

    /// <summary>The note that was written or removed.</summary>
    public StudyNote? Note
    {
        get => Rest.Note;
        init => _rest = Rest with { Note = value };
    }

    /// <summary>What the log calls the kind, where this version does not know it.</summary>
    public string? KindName
    {
        get => Rest.KindName;
        init => _rest = Rest with { KindName = value };
    }

    /// <summary>Whether a program that does not know the kind may not decide anything any more.</summary>
    public bool IsEssential
    {
        get => Rest.IsEssential;
        init => _rest = Rest with { IsEssential = value };
    }

    /// <summary>The payload as it was read, where it holds something that this version does not know; else empty.</summary>
    public ReadOnlyMemory<byte> Payload
    {
        get => Rest.Payload;
        init => _rest = Rest with { Payload = value };
    }

    /// <summary>Whether a kind is about what trials saved.</summary>
    public static bool IsOfFiles(StudyEventKind kind)
        => kind is StudyEventKind.FilesOpened or StudyEventKind.FileSaved or StudyEventKind.DirectoryCreated or StudyEventKind.FilesDropped;

    private RareFields Rest => _rest ?? RareFields.None;

    private sealed record RareFields
    {
        public static RareFields None { get; } = new();

        public int Interruptions { get; init; }

        public DateTime Due { get; init; }

        public string? Source { get; init; }

        public ImportedTrialKey? Key { get; init; }

        public DateTime Started { get; init; }

        public IReadOnlyList<TrialReport>? Reports { get; init; }

        public IReadOnlyList<ReportedMetrics>? ReportedMetrics { get; init; }

        public string? Reason { get; init; }

        public PointLayout? Layout { get; init; }

        public SpaceOutline? Narrowing { get; init; }

        public long? Seed { get; init; }

        public int? Parent { get; init; }

        public string? Scope { get; init; }

        public StoredFile? File { get; init; }

        public StudyNote? Note { get; init; }

        public string? KindName { get; init; }

        public bool IsEssential { get; init; }

        public ReadOnlyMemory<byte> Payload { get; init; }
    }
}
