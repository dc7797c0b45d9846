using HyperTune.State;

namespace HyperTune.Storage.Journal.Events;

/// <summary>Takes in an event.</summary>
internal delegate void StudyEventHandler(in StudyEvent happened);
