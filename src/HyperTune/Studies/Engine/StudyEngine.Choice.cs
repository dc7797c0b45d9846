namespace HyperTune;

internal sealed partial class StudyEngine
{
    private readonly Lock _choosing = new();
    private BestTrial? _choice;
    private int _choiceAt;

    /// <summary>Which of the trials that had completed at a moment to report. The answer for the latest moment is kept.</summary>
    /// <param name="moment">A moment at which at least one trial had completed.</param>
    public BestTrial ChooseBest(StudyMoment moment)
    {
        lock (_choosing)
        {
            if (_choice is not null && _choiceAt == moment.FinishedCount)
            {
                return _choice;
            }

            var choice = BestTrial.Of(Space, CompletedAt(moment), moment.BestNumber);
            if (moment.FinishedCount > _choiceAt)
            {
                (_choice, _choiceAt) = (choice, moment.FinishedCount);
            }

            return choice;
        }
    }

    private List<TrialResult> CompletedAt(StudyMoment moment)
    {
        lock (_gate)
        {
            var completed = new List<TrialResult>(moment.FinishedCount);
            for (int i = 0; i < moment.FinishedCount; i++)
            {
                int number = _trials.FinishedNumber(i);
                ref readonly TrialEntry entry = ref _trials.Entry(number);
                if (entry is { State: TrialState.Completed, IsKnowledge: true })
                {
                    completed.Add(_trials.Result(number));
                }
            }

            return completed;
        }
    }
}
