namespace HyperTune.State;

/// <content>Who runs trials, and who ran them.</content>
internal sealed partial class StudyState
{
    private readonly SortedDictionary<int, TrialOwner> _owners = [];
    private readonly List<TrialOwner?> _workers = [null];
    private readonly Dictionary<TrialOwner, ushort> _places = [];

    /// <summary>The trials that run, in ascending order, where it is known who runs them.</summary>
    public IReadOnlyDictionary<int, TrialOwner> Owners => _owners;

    /// <summary>Who has run trials, at the places that <see cref="TrialEntry.Worker"/> names; nobody at place 0.</summary>
    public IReadOnlyList<TrialOwner?> Workers => _workers;

    /// <summary>Whether a process is the one that runs a trial.</summary>
    /// <param name="owner">The process; <see langword="null"/> where there is only one.</param>
    /// <param name="number">The trial.</param>
    public bool IsRunBy(string? owner, int number) => Trials.StateOf(number) == TrialState.Running && IsBy(owner, number);

    // What whoever ran the trial before reports or saves says nothing about the attempt of now.
    private bool IsBy(string? owner, int number)
        => owner is null || !_owners.TryGetValue(number, out TrialOwner running) || running.Owner == owner;

    private void Own(in StudyEvent happened)
    {
        if (happened.Owner is { } owner)
        {
            var running = new TrialOwner(owner, happened.Worker);
            _owners[happened.Trial] = running;
            Trials.Entry(happened.Trial).Worker = PlaceOf(running);
        }
    }

    // What comes behind the 65,535th process stays nameless.
    private ushort PlaceOf(TrialOwner running)
    {
        if (!_places.TryGetValue(running, out ushort place) && _workers.Count <= ushort.MaxValue)
        {
            place = (ushort)_workers.Count;
            _workers.Add(running);
            _places.Add(running, place);
        }

        return place;
    }
}
