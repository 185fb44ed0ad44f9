package io.github.gan4j.data;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** The middle lines of handwritten digits, several ways to write each, drawn for this project. */
final class Skeletons {
    /**
     * One move of the pen in a box of 1x1, y downwards.
     *
     * @param command {@code M} jump, {@code L} line, {@code Q} quadratic and {@code C} cubic Bézier curve, as in SVG
     * @param points the control points x, y, x, y, ...; the last one is where the pen ends
     */
    record Move(char command, double[] points) {}

    /** A digit and one way to write it; a way that is common stands several times. */
    private static final String PATHS = """
            0 M .5 .02 C .15 .02 .08 .3 .08 .52 C .08 .8 .2 .98 .48 .98 C .8 .98 .92 .75 .92 .48 C .92 .2 .78 .02 .5 .02
            0 M .62 .04 C .3 0 .1 .3 .1 .55 C .1 .85 .25 .98 .46 .98 C .78 .98 .9 .7 .9 .42 C .9 .18 .75 .02 .55 .06
            1 M .5 .02 L .5 .98
            1 M .5 .02 L .5 .98
            1 M .5 .02 L .5 .98
            1 M .5 .02 L .5 .98
            1 M .5 0 Q .49 .5 .52 1
            1 M .3 .22 L .52 .02 L .52 .98
            1 M .3 .2 L .52 .02 L .52 .98 M .28 .98 L .76 .98
            2 M .12 .25 C .18 .02 .8 -.06 .82 .26 C .84 .5 .4 .72 .1 .97 L .92 .95
            2 M .15 .22 C .25 0 .78 -.05 .8 .25 C .8 .5 .55 .75 .3 .92 C .1 1.03 .05 .82 .25 .8 C .45 .8 .6 .98 .95 .88
            2 M .1 .1 C .4 -.05 .85 0 .8 .3 C .76 .55 .45 .75 .15 .9 C .3 .8 .6 .98 .92 .92
            3 M .14 .14 C .3 -.04 .84 -.04 .82 .24 C .8 .44 .55 .48 .38 .48 C .6 .48 .9 .52 .88 .75 C .86 1.04 .3 1.04 .1 .86
            3 M .15 .04 L .82 .04 L .45 .4 C .75 .38 .92 .55 .88 .74 C .84 1 .35 1.04 .1 .88
            3 M .18 .1 C .45 -.06 .8 .02 .78 .22 C .76 .4 .55 .47 .35 .5 C .65 .46 .84 .58 .82 .74 C .8 .95 .4 1.02 .12 .96
            4 M .16 .05 C .14 .25 .08 .4 .1 .52 L .85 .5 M .8 .04 C .8 .4 .76 .7 .74 .98
            4 M .18 .02 C .12 .2 .04 .5 .2 .53 C .4 .56 .7 .48 .82 .4 M .86 .02 C .84 .4 .76 .7 .72 1
            4 M .68 .02 L .08 .62 L .94 .62 M .7 .02 L .68 .98
            4 M .2 .05 C .1 .3 .05 .5 .25 .52 C .5 .55 .75 .45 .82 .1 C .8 .4 .76 .7 .76 1
            5 M .86 .04 L .26 .05 L .2 .42 C .5 .32 .88 .4 .86 .68 C .84 1 .35 1.04 .1 .88
            5 M .28 .06 L .22 .44 C .5 .34 .84 .45 .82 .7 C .8 1 .34 1.03 .1 .9 M .28 .06 L .9 .02
            5 M .95 .02 C .7 .06 .5 .04 .38 .06 C .34 .2 .24 .3 .26 .36 C .3 .42 .7 .5 .7 .72 C .7 .95 .35 1.02 .08 .92
            6 M .66 .02 C .35 .2 .1 .5 .1 .74 C .12 1.02 .8 1.06 .84 .74 C .84 .5 .36 .46 .12 .74
            6 M .5 .02 C .3 .25 .14 .5 .14 .72 C .16 1.04 .82 1.04 .8 .74 C .76 .52 .4 .52 .2 .82
            6 M .85 .03 C .45 .12 .12 .45 .12 .76 C .14 1.03 .6 1 .7 .8 C .76 .6 .4 .55 .14 .78
            7 M .08 .06 L .88 .05 C .7 .35 .5 .65 .42 .98
            7 M .1 .2 C .12 0 .2 .06 .35 .06 L .86 .04 C .8 .35 .6 .6 .5 .98
            7 M .08 .08 L .86 .05 C .74 .3 .52 .6 .42 .98 M .36 .52 L .82 .5
            7 M .12 .22 L .14 .08 C .4 .1 .7 .06 .82 .04 C .86 .3 .74 .6 .7 1
            8 M .76 .12 C .5 -.08 .16 .06 .2 .24 C .24 .44 .84 .54 .82 .78 C .78 1.05 .16 1.04 .18 .78 C .2 .54 .78 .42 .8 .2 C .78 .08 .7 .04 .6 .03
            8 M .5 .48 C .2 .4 .14 .04 .5 .02 C .86 .04 .8 .4 .5 .48 C .14 .58 .1 .98 .5 .98 C .9 .98 .86 .58 .5 .48
            8 M .85 .1 C .6 -.04 .2 .02 .22 .22 C .26 .45 .66 .55 .62 .82 C .58 1.02 .2 1.02 .22 .8 C .28 .55 .8 .4 .88 .12
            9 M .84 .26 C .8 -.04 .14 -.04 .14 .28 C .16 .56 .8 .54 .84 .24 C .84 .5 .8 .75 .72 .98
            9 M .8 .14 C .6 -.06 .14 .02 .14 .3 C .16 .55 .76 .5 .82 .12 L .8 .98
            9 M .82 .2 C .78 -.05 .2 0 .16 .28 C .14 .56 .72 .52 .82 .18 C .84 .6 .8 1.02 .3 .96
            9 M .75 .1 C .5 -.02 .15 .15 .2 .36 C .3 .55 .7 .35 .78 .1 C .7 .4 .6 .7 .45 1
            """;

    private static final List<List<List<Move>>> WAYS = parse(); // [digit][way]

    private Skeletons() {}

    /** The ways to write a digit of 0..9. */
    static List<List<Move>> of(int digit) {
        return WAYS.get(digit);
    }

    private static List<List<List<Move>>> parse() {
        var ways = new ArrayList<List<List<Move>>>();
        for (int digit = 0; digit < 10; digit++) {
            ways.add(new ArrayList<>());
        }
        PATHS.lines().forEach(line -> ways.get(line.charAt(0) - '0').add(moves(line.substring(1))));
        return ways;
    }

    private static List<Move> moves(String path) {
        var moves = new ArrayList<Move>();
        var words = new StringTokenizer(path);
        while (words.hasMoreTokens()) {
            char command = words.nextToken().charAt(0);
            var points = new double[command == 'C' ? 6 : command == 'Q' ? 4 : 2];
            for (int i = 0; i < points.length; i++) {
                points[i] = Double.parseDouble(words.nextToken());
            }
            moves.add(new Move(command, points));
        }
        return moves;
    }
}
