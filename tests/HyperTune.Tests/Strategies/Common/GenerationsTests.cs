using System.Globalization;

namespace HyperTune.Tests;

public sealed class GenerationsTests
{
    private const int Size = 4;

    [Fact]
    public void Late_trial_blocks_nobody_and_joins_the_generation_of_its_number()
    {
        Generations<string> generations = Create();
        foreach (int number in new[] { 1, 2, 3, 4, 5 })
        {
            Tell(generations, number);
        }

        Assert.Equal("|1,2,3,4", generations.Current());
        Tell(generations, 0);
        Assert.Equal("|0,1,2,3", generations.Current());
        Tell(generations, 6);
        Tell(generations, 7);
        Assert.Equal("|0,1,2,3|4,5,6,7", generations.Current());
    }

    [Fact]
    public void Order_in_which_trials_become_known_does_not_matter()
    {
        int[] numbers = [.. Enumerable.Range(0, 200)];
        string expected = StateAfter(numbers);
        for (ulong seed = 0; seed < 5; seed++)
        {
            new RandomStream(seed).Shuffle(numbers.AsSpan());
            Assert.Equal(expected, StateAfter(numbers));
        }
    }

    [Fact]
    public void States_to_start_again_from_grow_with_the_logarithm_of_the_trials()
    {
        Generations<string> generations = Create();
        for (int number = 0; number < 4000; number++)
        {
            Tell(generations, number);
            generations.Current();
        }

        Assert.InRange(generations.KeptCount, 8, 40);
    }

    [Fact]
    public void Given_trials_before_the_first_own_one_are_the_start_and_later_ones_extra()
    {
        Generations<string> generations = Create();
        Tell(generations, 0, isGiven: true);
        Tell(generations, 1, isGiven: true);
        Assert.Equal("0,1", generations.Current());
        foreach (int number in new[] { 6, 2, 3, 5 })
        {
            Tell(generations, number, isGiven: number == 5);
        }

        Assert.Equal("0,1", generations.Current());
        Tell(generations, 7);
        Assert.Equal("0,1|2,3,5,6,7", generations.Current());
    }

    private static string StateAfter(int[] numbers)
    {
        Generations<string> generations = Create();
        foreach (int number in numbers)
        {
            Tell(generations, number, isGiven: number < 3 || number % 17 == 0);
            generations.Current();
        }

        return generations.Current();
    }

    private static Generations<string> Create() => new(new UnitCube(TestSpace.Cube(1)), new Recorder(), objectives: 1);

    private static void Tell(Generations<string> generations, int number, bool isGiven = false)
        => generations.Tell(StrategyDriver.Completed(number, [0.5], 1) with { IsGiven = isGiven });

    // A state that says which trials led to it.
    private sealed class Recorder : IEvolution<string>
    {
        public string Begin(ReadOnlySpan<RankedTrial> given) => Join(given);

        public int SizeOf(string state) => Size;

        public string Next(string state, ReadOnlySpan<RankedTrial> trials) => $"{state}|{Join(trials)}";

        private static string Join(ReadOnlySpan<RankedTrial> trials)
            => string.Join(',', trials.ToArray().Select(static trial => trial.Number.ToString(CultureInfo.InvariantCulture)));
    }
}
