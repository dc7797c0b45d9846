namespace HyperTune;

/// <summary>How a score of each class becomes one number.</summary>
public enum ClassAverage
{
    /// <summary>The mean over the classes: a rare class counts as much as a frequent one.</summary>
    Macro = 1,

    /// <summary>The score over the samples of all classes together. With one class a sample it is the accuracy, for precision, recall and F1 alike.</summary>
    Micro = 2,

    /// <summary>The mean over the classes, each weighted by how many samples are expected to be of it.</summary>
    Weighted = 3,
}
