namespace HyperTune.State;

/// <content>Trials that wait, for the first time or again.</content>
internal sealed partial class StudyState
{
    private void Wait(int number)
    {
        StopWaiting(number);
        _owners.Remove(number);
        _waiting.Add(number);
        Trials.Move(number, TrialState.Waiting);
    }

    private void StopWaiting(int number)
    {
        _waiting.Remove(number);
        Attempts.Leave(number);
    }

    private void Retry(in StudyEvent happened, bool isOwn)
    {
        int number = happened.Trial;
        long startedAt = Trials.Entry(number).StartedAt;
        StoredOutcome failed = Checked(happened.Outcome!, isOwn);
        Trials.AddCost(number, failed.Cost);
        Attempts.Retry(number, new Attempt(failed, startedAt, Math.Max(0, happened.Time.Ticks - startedAt)), happened.Due);
        _owners.Remove(number);
        Trials.Move(number, TrialState.Waiting);
    }

    private bool TryReopen(int number)
    {
        if (!IsKnown(number) || Trials.StateOf(number) != TrialState.Failed)
        {
            return false;
        }

        Attempts.Reopen(number, Trials.Reopen(number));
        Reports.Kept.Discard(number);
        _waiting.Add(number);
        return true;
    }
}
