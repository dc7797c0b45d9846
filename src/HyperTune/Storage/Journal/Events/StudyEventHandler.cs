namespace HyperTune;

/// <summary>Takes in an event.</summary>
internal delegate void StudyEventHandler(in StudyEvent happened);
