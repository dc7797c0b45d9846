using System.Collections.Immutable;

namespace HyperTune;

/// <summary>A study as the journal has it; changed by the replay alone.</summary>
internal sealed class JournalStudy(int id, string name, ImmutableArray<OptimizationDirection> directions)
{
    private readonly Dictionary<string, JournalDistribution> _firstDistributions = new(StringComparer.Ordinal);

    /// <summary>The study's number in the file; never given twice, also after a deletion.</summary>
    public int Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>One direction an objective; 0, which is no direction, where the file leaves it open.</summary>
    public ImmutableArray<OptimizationDirection> Directions { get; } = directions;

    /// <summary>All trials by number.</summary>
    public List<JournalTrial> Trials { get; } = [];

    /// <summary>The numbers of the trials that wait.</summary>
    public SortedSet<int> Waiting { get; } = [];

    /// <summary>The numbers of the trials that run.</summary>
    public SortedSet<int> Running { get; } = [];

    /// <summary>How many trials were finished already when they were added.</summary>
    public int AddedCount { get; private set; }

    /// <summary>How many trials somebody has started to run.</summary>
    public int StartedCount => Trials.Count - Waiting.Count - AddedCount;

    public JournalAttributes UserAttributes { get; } = new();

    public JournalAttributes SystemAttributes { get; } = new();

    public void Add(JournalTrial trial)
    {
        Trials.Add(trial);
        AddedCount += trial.IsFinished ? 1 : 0;
        Sort(trial);
    }

    /// <summary>Notes that the trial's state has changed.</summary>
    public void Sort(JournalTrial trial)
    {
        Move(Waiting, trial.Number, trial.State == TrialState.Waiting);
        Move(Running, trial.Number, trial.State == TrialState.Running);
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
    public JournalParameter Adapt(JournalParameter parameter)
        => Accepts(parameter.Name, parameter.Distribution) ? parameter : _firstDistributions[parameter.Name].Express(parameter) ?? parameter;

    /// <summary>Notes that a trial has the parameter.</summary>
    public void Note(string parameter, JournalDistribution distribution) => _firstDistributions.TryAdd(parameter, distribution);

    private static void Move(SortedSet<int> set, int number, bool belongs)
    {
        if (belongs)
        {
            set.Add(number);
        }
        else
        {
            set.Remove(number);
        }
    }
}
