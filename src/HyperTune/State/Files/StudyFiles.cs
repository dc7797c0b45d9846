namespace HyperTune.State.Files;

/// <summary>What the trials of a study have saved, as the log says it. What is not here is nobody's, wherever it lies.</summary>
internal sealed class StudyFiles
{
    private readonly SortedDictionary<int, TrialFiles> _trials = [];

    /// <summary>What the keys of the study's files begin with; <see langword="null"/> where no trial has saved anything yet.</summary>
    public string? Scope { get; private set; }

    /// <summary>The trials that have something, in ascending order.</summary>
    public IEnumerable<int> Trials => _trials.Where(static trial => !trial.Value.IsEmpty).Select(static trial => trial.Key);

    public bool IsEmpty => _trials.Count == 0;

    public TrialFiles Of(int trial) => _trials.GetValueOrDefault(trial, TrialFiles.None);

    /// <summary>Whether a file is what its trial has under its name.</summary>
    public bool IsKept(int trial, StoredFile file) => Of(trial).Find(file.Name)?.Key == file.Key;

    /// <summary>Whether a trial has a file under a key.</summary>
    public bool IsKept(in FileKey key)
    {
        string text = key.ToString();
        return Of(key.Trial).All.Any(file => file.Key == text);
    }

    public void Open(string scope) => Scope = scope;

    public void Save(int trial, StoredFile file) => _trials[trial] = Of(trial).With(file);

    public void NoteDirectory(int trial) => _trials[trial] = Of(trial) with { HasDirectory = true };

    /// <summary>Forgets what a trial has.</summary>
    /// <returns>Whether that changes anything.</returns>
    public bool Drop(int trial)
    {
        bool isNew = !Of(trial).IsEmpty || !Of(trial).AreDropped;
        _trials[trial] = new TrialFiles { AreDropped = true };
        return isNew;
    }
}
