namespace HyperTune.Benchmarks.Forms;

/// <summary>Twenty things that go into a bag or stay at home.</summary>
[Flags]
internal enum Items
{
    None = 0,
    I0 = 1 << 0,
    I1 = 1 << 1,
    I2 = 1 << 2,
    I3 = 1 << 3,
    I4 = 1 << 4,
    I5 = 1 << 5,
    I6 = 1 << 6,
    I7 = 1 << 7,
    I8 = 1 << 8,
    I9 = 1 << 9,
    I10 = 1 << 10,
    I11 = 1 << 11,
    I12 = 1 << 12,
    I13 = 1 << 13,
    I14 = 1 << 14,
    I15 = 1 << 15,
    I16 = 1 << 16,
    I17 = 1 << 17,
    I18 = 1 << 18,
    I19 = 1 << 19,
}
