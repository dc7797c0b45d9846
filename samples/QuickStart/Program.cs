using HyperTune;

Study<DescentConfig> study = Study.Minimize<DescentConfig>();
StudyResult<DescentConfig> result = study.Run(DistanceAfter50Steps, 200);
Console.WriteLine($"By default: {DistanceAfter50Steps(new DescentConfig()):G2} from the minimum");
Console.WriteLine($"Tuned:      {DistanceAfter50Steps(result.Best.Config):G2} with {result.Best.Config}");

// Gradient descent from (1, 1) towards the minimum of (x² + 30 y²) / 2, a long and narrow valley.
static double DistanceAfter50Steps(DescentConfig config)
{
    double x = 1, y = 1, stepX = 0, stepY = 0;
    for (int i = 0; i < 50; i++)
    {
        double ahead = config.Nesterov ? config.Momentum : 0;
        stepX = (config.Momentum * stepX) - (config.LearningRate * (x + (ahead * stepX)));
        stepY = (config.Momentum * stepY) - (config.LearningRate * 30 * (y + (ahead * stepY)));
        x += stepX;
        y += stepY;
    }

    return Math.Sqrt((x * x) + (y * y));
}

[SearchSpace]
public sealed partial record DescentConfig
{
    [LogUniform(0.001, 1)] public double LearningRate { get; init; } = 0.01;
    [Uniform(0, 0.99)] public double Momentum { get; init; } = 0.9;
    [Choice] public bool Nesterov { get; init; }
}
