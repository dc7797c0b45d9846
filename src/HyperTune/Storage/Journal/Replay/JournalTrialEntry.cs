using System.Runtime.InteropServices;
using HyperTune.Trials;

namespace HyperTune.Storage.Journal.Replay;

/// <summary>What a journal keeps of each trial of the file. Small, since there may be very many.</summary>
/// <param name="Study">The number of its study.</param>
/// <param name="Number">Its place among the trials of its study.</param>
/// <param name="State">The state that Optuna sees.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JournalTrialEntry(int Study, int Number, TrialState State)
{
    public bool IsFinished => TrialStates.IsEnd(State);
}
