import { describeTheAdapter } from './__testUtils__/contract';
import { givenAws } from './__testUtils__/givenAws';
import { moto } from './__testUtils__/moto';

const given = givenAws(process.env);

describeTheAdapter(given ?? moto(process.env));
