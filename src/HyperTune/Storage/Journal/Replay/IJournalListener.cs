using HyperTune.Storage.Journal.Distributions;
using HyperTune.Storage.Journal.Records;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>Hears what accepted records say about the followed study, and about the trials of it.</summary>
internal interface IJournalListener
{
    void StudyAttributeSet(string name, string json);

    /// <param name="name">The study's user attribute.</param>
    /// <param name="value">Its value; nothing where that is null, a list or an object.</param>
    void NoteSet(string name, RecordValue value);

    /// <param name="trial">The trial as it is now.</param>
    /// <param name="name">The system attribute; one that says something to HyperTune.</param>
    void AttributeSet(JournalOpenTrial trial, string name);

    /// <param name="trial">The trial; one that is finished already is not among the open ones.</param>
    /// <param name="template">Its record; valid during the call.</param>
    void TrialCreated(JournalOpenTrial trial, JournalTrialTemplate template);

    void ParameterSet(JournalOpenTrial trial, in JournalParameter parameter);

    /// <param name="trial">The trial as it is now.</param>
    /// <param name="state">Its state.</param>
    /// <param name="time">When that was, in UTC; not known for one that waits.</param>
    void StateSet(JournalOpenTrial trial, TrialState state, DateTime time);

    void Reported(JournalOpenTrial trial, long step, double value, string author);
}
