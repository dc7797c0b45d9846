using HyperTune.Benchmarks;

return HyperTune.Benchmarks.CommandLine.Run(
    [
        new QualityCommand(), new NoiseCommand(), new BestCommand(), new OverheadCommand(), new SamplingCommand(), new StorageCommand(), new ShowCommand(), new GeneratorCommand(),
        new NumericsCommand(), new FoldsCommand(), new RacingCommand(), new ErrorsCommand(), new FrontsCommand(), new ConstrainedCommand(), new ReproducibleCommand(), new FuzzJournalCommand(),
        new WaysCommand(), new EvolutionCommand(), new GradientCommand(), new CurvesCommand(), new PruningCommand(), new StoppingCommand(), new HintsCommand(), new ViewsCommand(),
    ],
    args,
    Console.Out,
    Console.Error);
