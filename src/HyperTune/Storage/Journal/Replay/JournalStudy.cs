using System.Collections.Immutable;
using HyperTune.State;
using HyperTune.Storage.Journal.Distributions;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>A study as the journal has it; changed by the replay alone.</summary>
internal sealed class JournalStudy(int id, string firstName, ImmutableArray<OptimizationDirection> directions)
{
    private readonly Dictionary<string, JournalDistribution> _firstDistributions = new(StringComparer.Ordinal);

    /// <summary>The study's number in the file; never given twice, also after a deletion.</summary>
    public int Id { get; } = id;

    /// <summary>The name that it was created with, which Optuna shows.</summary>
    public string FirstName { get; } = firstName;

    /// <summary>What it is called now.</summary>
    public string Name { get; private set; } = firstName;

    /// <summary>One direction an objective; 0, which is no direction, where the file leaves it open.</summary>
    public ImmutableArray<OptimizationDirection> Directions { get; } = directions;

    /// <summary>The seed that it was created with.</summary>
    public JournalHeaderValue? Seed { get; private set; }

    /// <summary>The space that it was created with.</summary>
    public JournalHeaderValue? Space { get; private set; }

    /// <summary>The metrics that it was created with.</summary>
    public JournalHeaderValue? Metrics { get; private set; }

    /// <summary>What the keys of its trials' files begin with; <see langword="null"/> where there are none.</summary>
    public string? Files { get; private set; }

    public int TrialCount { get; set; }

    /// <summary>How many attributes hold events; they are numbered.</summary>
    public int EventCount { get; private set; }

    /// <summary>The ids of the trials by number, where the study is the one that is followed.</summary>
    public ChunkedList<int> TrialIds { get; } = new();

    /// <summary>The parameters that trials have, with the distribution of the first one.</summary>
    public IReadOnlyDictionary<string, JournalDistribution> FirstDistributions => _firstDistributions;

    /// <summary>Whether the attribute can be a part of what a study is created with.</summary>
    public static bool IsOfHeader(string attribute) => attribute is JournalAttributeNames.Seed or JournalAttributeNames.Space or JournalAttributeNames.Metrics;

    /// <summary>Sets an attribute of the header.</summary>
    public void SetHeader(string attribute, in JournalHeaderValue json)
    {
        switch (attribute)
        {
            case JournalAttributeNames.Seed:
                Seed = json;
                break;
            case JournalAttributeNames.Space:
                Space = json;
                break;
            default:
                Metrics = json;
                break;
        }
    }

    /// <summary>Sets an attribute that is none of the header.</summary>
    public void Set(string attribute, string json)
    {
        if (attribute == JournalAttributeNames.Name)
        {
            Name = JournalAttributeValue.ReadText(attribute, json);
        }
        else if (attribute == JournalAttributeNames.Files)
        {
            Files = JournalAttributeValue.ReadScope(attribute, json);
        }
        else if (JournalAttributeNames.IsStudyEvent(attribute))
        {
            EventCount++;
        }
    }

    /// <summary>
    /// Whether a trial may set the parameter with this distribution. Optuna compares it with the distribution of the first trial by number that has the
    /// parameter. That is the one set first of all, or a compatible one: a trial of a smaller number can only have been let in by the same comparison.
    /// </summary>
    public bool Accepts(string parameter, JournalDistribution distribution)
        => !_firstDistributions.TryGetValue(parameter, out JournalDistribution? first)
            || ReferenceEquals(first, distribution)
            || distribution.IsCompatibleWith(first);

    /// <summary>The parameter in a form that later trials of the study may have; itself where there is none.</summary>
    public JournalParameter Adapt(in JournalParameter parameter)
        => Accepts(parameter.Name, parameter.Distribution) ? parameter : _firstDistributions[parameter.Name].Express(parameter) ?? parameter;

    /// <summary>Notes that a trial has the parameter.</summary>
    public void Note(string parameter, JournalDistribution distribution) => _firstDistributions.TryAdd(parameter, distribution);
}
