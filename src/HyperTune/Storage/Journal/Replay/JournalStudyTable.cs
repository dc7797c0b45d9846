using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>The studies of a journal that have not been deleted, in the order of their creation.</summary>
internal sealed class JournalStudyTable : IReadOnlyCollection<JournalStudy>
{
    private readonly SortedDictionary<int, JournalStudy> _studies = [];
    private readonly Dictionary<string, JournalStudy> _byFirstName = new(StringComparer.Ordinal);

    // The study whose creation the next record may be a part of.
    private JournalStudy? _created;

    public int Count => _studies.Count;

    /// <summary>The number of the study that is created next.</summary>
    public int NextId { get; private set; }

    public bool TryGet(long id, [NotNullWhen(true)] out JournalStudy? study)
    {
        study = null;
        return id is >= 0 and <= int.MaxValue && _studies.TryGetValue((int)id, out study);
    }

    /// <summary>The study that is called so now; of two, the older one.</summary>
    public JournalStudy? Find(string name) => _studies.Values.FirstOrDefault(study => study.Name == name);

    /// <summary>The study that was created under a name, whatever it is called now.</summary>
    public JournalStudy? FindFirstName(string name) => _byFirstName.GetValueOrDefault(name);

    /// <summary>
    /// Whether a program of ours is just writing the creation of the study, or died while it did. Who holds the file's lock and finds it so completes it.
    /// </summary>
    public bool IsBeingCreated(JournalStudy study) => _created == study;

    /// <summary>Notes a record that is no part of a study's creation.</summary>
    public void EndCreation() => _created = null;

    public JournalOutcome Create(string name, ImmutableArray<OptimizationDirection> directions, string author)
    {
        if (_byFirstName.ContainsKey(name))
        {
            return JournalOutcome.DuplicateStudy;
        }

        var study = new JournalStudy(NextId++, name, directions);
        _studies.Add(study.Id, study);
        _byFirstName.Add(name, study);
        _created = ProcessIdentity.IsToken(author) ? study : null;
        return JournalOutcome.Applied;
    }

    public JournalOutcome Delete(long id)
    {
        if (!TryGet(id, out JournalStudy? study))
        {
            return JournalOutcome.UnknownStudy;
        }

        _studies.Remove(study.Id);
        _byFirstName.Remove(study.FirstName);
        return JournalOutcome.Applied;
    }

    /// <summary>Sets a system attribute of a study.</summary>
    /// <param name="id">The study.</param>
    /// <param name="name">The attribute.</param>
    /// <param name="json">Its value; empty for an attribute that says nothing to HyperTune.</param>
    /// <param name="line">The line of the file that says so.</param>
    /// <param name="isHeader">Whether the attribute is a part of what the study was created with: nothing but such stands between it and the creation.</param>
    public JournalOutcome SetAttribute(long id, string name, string json, int line, out bool isHeader)
    {
        isHeader = _created?.Id == id && JournalStudy.IsOfHeader(name);
        if (isHeader)
        {
            _created!.SetHeader(name, new JournalHeaderValue(json, line));

            // It is written last.
            _created = name == JournalAttributeNames.Space ? null : _created;
            return JournalOutcome.Applied;
        }

        EndCreation();
        if (!TryGet(id, out JournalStudy? study))
        {
            return JournalOutcome.UnknownStudy;
        }

        study.Set(name, json);
        return JournalOutcome.Applied;
    }

    public IEnumerator<JournalStudy> GetEnumerator() => _studies.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
