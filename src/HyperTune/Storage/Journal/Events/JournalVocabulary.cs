using System.Collections.Immutable;
using System.Text;
using HyperTune.Spaces.Comparison;
using HyperTune.State;
using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Json;
using HyperTune.Storage.Journal.Replay;
using HyperTune.Storage.Payloads;
using HyperTune.Text;

namespace HyperTune.Storage.Journal.Events;

/// <summary>What events and records of one study have in common: how points, outcomes, spaces and payloads look in both.</summary>
internal sealed class JournalVocabulary
{
    private readonly string _study;
    private readonly string _path;
    private readonly ImmutableArray<Metric> _metrics;

    public JournalVocabulary(string study, string path, ImmutableArray<Metric> metrics, PointLayout? space, JournalInterner interner)
    {
        _study = study;
        _path = path;
        _metrics = metrics;
        Points = new JournalPoints(interner);
        Values = new JournalValues(metrics);
        Layouts = new PointLayouts(space ?? PointLayout.Of([]));
        if (space is not null)
        {
            Declare(space);
        }
    }

    public JournalPoints Points { get; }

    public JournalValues Values { get; }

    public JournalArtifacts Artifacts { get; } = new();

    /// <summary>The layouts that payloads refer to.</summary>
    public PointLayouts Layouts { get; }

    /// <summary>Notes the search space from now on.</summary>
    public void Declare(PointLayout layout)
    {
        Points.Declare(layout);
        Layouts.Declare(layout);
    }

    /// <exception cref="JournalFormatException">This version does not understand the space.</exception>
    public PointLayout ReadSpace(string json) => Layouts.Find(JournalSpaceText.Parse(json));

    /// <exception cref="JournalFormatException">The text holds no metrics.</exception>
    public static ImmutableArray<Metric> ReadMetrics(string json)
    {
        try
        {
            return StudyHeader.Read(Encoding.UTF8.GetBytes(json)).Metrics;
        }
        catch (InvalidDataException exception)
        {
            throw new JournalFormatException(exception.Message);
        }
    }

    /// <summary>An event as an attribute.</summary>
    public string WriteEvent(in StudyEvent happened)
    {
        ReadOnlySpan<byte> payload = happened.Payload.IsEmpty ? EventPayload.Write(in happened, Layouts) : happened.Payload.Span;
        return JournalAttributeValue.Write(Encoding.UTF8.GetString(payload));
    }

    /// <exception cref="JournalFormatException">This version does not understand the event, or it means nothing in this study.</exception>
    public StudyEvent ReadEvent(string payload)
    {
        try
        {
            StudyEvent read = EventPayload.Read(Encoding.UTF8.GetBytes(payload), Layouts);
            return read.Outcome is { } outcome && OutcomeRules.FindFault(outcome, _metrics) is { } fault
                ? throw new JournalFormatException($"Something that happened in study '{_study}' cannot be read. {fault}")
                : read;
        }
        catch (InvalidDataException exception)
        {
            throw new JournalFormatException($"Something that happened in study '{_study}' cannot be read. {exception.Message}");
        }
    }

    /// <summary>Says that a value cannot be stored.</summary>
    public InvalidOperationException Incompatible(int number, in JournalParameter parameter) => new(Printable.Of(
        $"Trial {number} of study '{_study}' leaves {parameter.Name} open, and {parameter.Distribution.Format(parameter.Value)} cannot be stored for it, "
        + $"because earlier trials have the parameter with other values. Use another name for the study in journal '{_path}'."));
}
